import { describe, expect, it } from '@jest/globals';
import { readdirSync, readFileSync } from 'node:fs';
import { refusal } from '../../../test/support/patching.js';
import { groupResourceType, userResourceType } from '../resource-types.js';
import type { ScimResource } from '../schema/schema.js';
import { applyPatch } from './apply.js';
import type { CollectionChange } from './collection-ledger.js';
import { parsePatchOp } from './patch-op.js';

/** A body that a client sends, the resource before it, and the expected result or error. */
interface Fixture {
  readonly resourceType: 'User' | 'Group';
  readonly resource: ScimResource;
  readonly request: unknown;
  readonly result?: ScimResource;
  readonly changed?: boolean;
  readonly error?: { readonly status: number; readonly scimType: string };
}

const root = new URL('../../../test/fixtures/', import.meta.url);

function fixturesIn(folder: string): [name: string, fixture: Fixture][] {
  const names = readdirSync(new URL(folder, root)).filter((name) => name.endsWith('.json'));
  return names.map((name) => {
    const fixture = JSON.parse(readFileSync(new URL(`${folder}/${name}`, root), 'utf8')) as Fixture;
    return [name.replace('.json', '').replaceAll('-', ' '), fixture];
  });
}

function apply({ resourceType: name, resource, request }: Fixture) {
  const resourceType = name === 'User' ? userResourceType : groupResourceType;
  return applyPatch(resource, parsePatchOp(request, resourceType), resourceType);
}

function outcome(fixture: Fixture): Partial<Fixture> {
  const error = refusal(() => apply(fixture));
  if (error) return { error: { scimType: '', ...error } };

  const { resource: result, changed } = apply(fixture);
  return { result, changed };
}

function memberIds(resource: ScimResource | undefined): string[] {
  const members = (resource?.members ?? []) as { value: string }[];
  return members.map(({ value }) => value).sort();
}

function carryOut(ids: readonly string[], changes: readonly CollectionChange[]): string[] {
  const present = new Set(ids);
  for (const change of changes) {
    if (change.kind !== 'update') throw new Error('No fixture removes members by anything but their value');

    for (const value of change.reset ? ids : change.remove) present.delete(value);

    for (const { value } of change.add) present.add(value);
  }
  return [...present].sort();
}

describe.each(['rfc7644', 'okta', 'entra'])('PATCH bodies of %s', (folder) => {
  const fixtures = fixturesIn(folder);

  it.each(fixtures)('%s', (_, fixture) => {
    const { result, changed, error } = fixture;
    expect(outcome(fixture)).toEqual({ result, changed, error });
  });

  it('comes to the same members when they are not loaded', () => {
    for (const [, fixture] of fixtures.filter(([, { resourceType, error }]) => resourceType === 'Group' && !error)) {
      const { members, ...rest } = fixture.resource;
      const operations = parsePatchOp(fixture.request, groupResourceType);
      const result = applyPatch(rest, operations, groupResourceType, { detached: ['members'] });
      expect(result.resource).toEqual({ ...fixture.result, members: undefined });
      expect(carryOut(memberIds({ members }), result.collections.members ?? [])).toEqual(memberIds(fixture.result));
    }
  });
});
