import { describe, expect, it } from '@jest/globals';
import { changedAttributes } from './lse-user-changes.js';

const name = { givenName: 'Kim', familyName: 'Lee', formatted: 'Kim Lee' };

describe('changedAttributes', () => {
  it.each([
    ['nothing', {}, { name }],
    ['the same name', { first_name: 'Kim', last_name: 'Lee' }, { name }],
    [
      'another name, without what was put together from the old one',
      { first_name: 'Ana' },
      { name: { givenName: 'Ana', familyName: 'Lee' } },
    ],
    ['no last name', { last_name: '' }, { name: { givenName: 'Kim' } }],
    ['no name at all', { first_name: '', last_name: '' }, {}],
    ['a phone number', { phone: '1' }, { name, phoneNumbers: [{ type: 'work', value: '1' }] }],
  ])('writes %s', (_, changes, expected) => {
    expect(changedAttributes({ name }, changes)).toEqual(expected);
  });

  it.each([
    ['2', [{ type: 'home', value: '2' }, { value: '3' }]],
    ['', [{ value: '3' }]],
    [undefined, [{ type: 'home', value: '1' }, { value: '3' }]],
  ])('puts %j in place of the first of several phone numbers', (phone, phoneNumbers) => {
    const attributes = { phoneNumbers: [{ type: 'home', value: '1' }, { value: '3' }], title: 'Dr' };
    expect(changedAttributes(attributes, { phone })).toEqual({ title: 'Dr', phoneNumbers });
  });
});
