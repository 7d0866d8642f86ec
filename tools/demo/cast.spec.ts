import { describe, expect, it } from '@jest/globals';
import { castOf, PEOPLE, runIdAt, shortName } from './cast.js';

describe('runIdAt', () => {
  it('names a run by its start, to the millisecond', () => {
    expect(runIdAt(new Date('2026-11-21T18:45:01.372Z'))).toBe('20261121-184501-372');
  });
});

describe('castOf', () => {
  const first = castOf('20261121-184501-372');
  const second = castOf('20261121-184501-373');

  it('shares no name between two runs', () => {
    const namesOf = (cast: typeof first) => [
      ...PEOPLE.map((key) => cast.people[key].userName),
      ...Object.values(cast.groups),
      cast.labelersRenamed,
      ...Object.values(cast.workspaces),
      ...Object.values(cast.projects),
    ];
    expect(new Set([...namesOf(first), ...namesOf(second)]).size).toBe(2 * namesOf(first).length);
  });

  it('gives everyone an Okta id of 20 letters and digits', () => {
    for (const key of PEOPLE) expect(first.people[key].externalId).toMatch(/^00u[0-9a-f]{17}$/);
  });

  it('says names without the run', () => {
    const names = [first.people.ana.userName, first.groups.secondRead, first.workspaces.radiology];
    expect(names.map((name) => shortName(name, first.run))).toEqual(['ana@acme.test', 'acme-second-read', 'Radiology']);
  });
});
