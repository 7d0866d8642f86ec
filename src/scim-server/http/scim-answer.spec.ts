import { describe, expect, it } from '@jest/globals';
import { StreamableFile } from '@nestjs/common';
import { once } from 'node:events';
import { text } from 'node:stream/consumers';
import { groupResourceType, listResponse, parseProjection, project, type ScimResource } from '../../scim/index.js';
import { answerOf, type Show } from './scim-answer.js';
import { StreamedValues } from './streamed-values.js';

const BATCHES = [
  [
    { value: 'a', display: 'Ana' },
    { value: 'b', display: 'Bo' },
  ],
  [{ value: 'c', display: 'Cy' }],
];

function showing(query: { attributes?: string; excludedAttributes?: string } = {}): Show {
  const projection = parseProjection(query, groupResourceType);
  return (resource) => project(resource, projection, groupResourceType);
}

function group(displayName: string, members: unknown): ScimResource {
  return { id: displayName, displayName, members, meta: { resourceType: 'Group' } };
}

function streamedGroup(displayName: string, batches: readonly unknown[][] = BATCHES): ScimResource {
  const texts = async function* () {
    for (const batch of batches) yield await Promise.resolve(JSON.stringify(batch));
  };
  return group(displayName, new StreamedValues(texts));
}

/** Endless batches, and a count of how many have been read. */
function endless() {
  const read = { batches: 0, isOver: false };
  const texts = async function* () {
    try {
      for (;;) {
        read.batches += 1;
        yield await Promise.resolve(JSON.stringify(BATCHES[0]));
      }
    } finally {
      read.isOver = true;
    }
  };
  return { read, resource: group('endless', new StreamedValues(texts)) };
}

async function streamOf(answer: ReturnType<typeof answerOf>) {
  const file = await answer;
  if (!(file instanceof StreamableFile)) throw new Error('The answer is not streamed');
  return file.getStream();
}

const read = async (answer: ReturnType<typeof answerOf>) => JSON.parse(await text(await streamOf(answer))) as unknown;

describe(answerOf.name, () => {
  const members = BATCHES.flat();

  it('shows what is not streamed as it is', async () => {
    const show = showing();
    expect(await answerOf(group('QA', members), show)).toEqual(show(group('QA', members)));
  });

  it.each([
    ['whole', {}],
    ['in part', { attributes: 'members.value' }],
    ['beside the rest in part', { excludedAttributes: 'members.display,displayName' }],
    ['not at all', { excludedAttributes: 'members' }],
  ])('streams the same that it would show at once: %s', async (_, query) => {
    const show = showing(query);
    expect(await read(answerOf(streamedGroup('QA'), show))).toEqual(show(group('QA', members)));
  });

  it('leaves an attribute out that turns out to have no values', async () => {
    const answer = await read(answerOf(streamedGroup('QA', [[], []]), showing()));
    expect(answer).toEqual(showing()({ ...group('QA', undefined) }));
  });

  it('streams a page, whichever of its resources are large', async () => {
    const page = (large: ScimResource) =>
      listResponse([group('first', []), large, group('last', members)], { totalResults: 9, startIndex: 1 });
    const expected = await answerOf(page(group('large', members)), showing());
    expect(await read(answerOf(page(streamedGroup('large')), showing()))).toEqual(expected);
  });

  it('reads no further than the client takes it, and stops when the client is gone', async () => {
    const { read: seen, resource } = endless();
    const stream = await streamOf(answerOf(resource, showing()));
    await once(stream, 'readable');
    stream.read();
    await new Promise(setImmediate);
    expect(seen.batches).toBeLessThan(10);
    stream.destroy();
    await once(stream, 'close');
    expect(seen.isOver).toBe(true);
  });

  it('fails before it begins when the first values cannot be read', async () => {
    const failing = new StreamedValues(() => {
      throw new Error('the database is away');
    });
    await expect(answerOf(group('QA', failing), showing())).rejects.toThrow('the database is away');
  });
});
