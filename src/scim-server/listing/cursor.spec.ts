import { describe, expect, it } from '@jest/globals';
import { InvalidCursorError } from '../../scim/index.js';
import { type Cursor, parseCursor, printCursor } from './cursor.js';

const query = [1, 'User', 'active eq true', 'userName', 'ascending'];
const seek: Cursor = { direction: 'after', place: { key: 'ana', type: 'User', id: 7 } };

function forged(...parts: unknown[]): string {
  return Buffer.from(JSON.stringify(parts)).toString('base64url');
}

/** The parts of a cursor, for tests that change them. */
function parts(): unknown[] {
  return JSON.parse(Buffer.from(printCursor(seek, query), 'base64url').toString()) as unknown[];
}

describe('printCursor', () => {
  it.each<[string, Cursor]>([
    ['after a row with a value', seek],
    ['before a row without one', { direction: 'before', place: { key: null, type: 'Group', id: 2_147_483_647 } }],
    ['beside every kind of character', { direction: 'after', place: { key: 'é"\n\\😀', type: 'User', id: 1 } }],
  ])('makes cursors that parseCursor reads: %s', (_where, place) => {
    const cursor = printCursor(place, query);
    expect(cursor).toMatch(/^[\w-]+$/);
    expect(parseCursor(cursor, query)).toEqual(place);
  });
});

describe('parseCursor', () => {
  it.each([
    ['another filter', [1, 'User', 'active eq false', 'userName', 'ascending']],
    ['no filter', [1, 'User', undefined, 'userName', 'ascending']],
    ['another order', [1, 'User', 'active eq true', 'userName', 'descending']],
    ['another type', [1, 'Group', 'active eq true', 'userName', 'ascending']],
    ['another organization', [2, 'User', 'active eq true', 'userName', 'ascending']],
  ])('refuses the cursor of a query with %s', (_what, other) => {
    expect(() => parseCursor(printCursor(seek, query), other)).toThrow(InvalidCursorError);
  });

  it('keeps apart queries of which a part of one looks like two of another', () => {
    expect(() => parseCursor(printCursor(seek, ['a,b', undefined]), ['a', 'b'])).toThrow(InvalidCursorError);
  });

  it.each([
    ['words', 'next'],
    ['a number', '2'],
    ['JSON as it is', JSON.stringify(parts())],
    ['padding', `${printCursor(seek, query)}=`],
    ['a character too many', `${printCursor(seek, query)}A`],
    ['a character too few', printCursor(seek, query).slice(0, -1)],
    ['characters that decoders pass over', `${printCursor(seek, query)}!`],
    ['null', Buffer.from('null').toString('base64url')],
    ['an object', Buffer.from('{"length":5}').toString('base64url')],
    ['too few parts', forged(...parts().slice(0, 4))],
    ['too many parts', forged(...parts(), 1)],
    ['another direction', forged(...parts().with(1, 'beside'))],
    ['no type', forged(...parts().with(2, null))],
    ['an id of 0', forged(...parts().with(3, 0))],
    ['an id beyond integers', forged(...parts().with(3, 2 ** 31))],
    ['half an id', forged(...parts().with(3, 1.5))],
    ['an id as text', forged(...parts().with(3, '7'))],
    ['a number for a key', forged(...parts().with(4, 7))],
    ['a NUL in the key', forged(...parts().with(4, 'a\0b'))],
    ['half of a surrogate pair in the key', forged(...parts().with(4, '\ud800'))],
    [
      'more brackets than a stack has frames',
      Buffer.from(`${'['.repeat(1e5)}${']'.repeat(1e5)}`).toString('base64url'),
    ],
    ['white space in it', Buffer.from(JSON.stringify(parts(), null, 1)).toString('base64url')],
  ])('refuses %s', (_what, cursor) => {
    expect(() => parseCursor(cursor, query)).toThrow(InvalidCursorError);
  });
});
