import { randomBytes } from 'node:crypto';

/** The people of the story. Emil has an account before SCIM is switched on; the others come from Okta. */
export const PEOPLE = ['ana', 'ben', 'chloe', 'dana', 'emil', 'farah'] as const;

/** One of the people. */
export type PersonKey = (typeof PEOPLE)[number];

/** One of the groups that Okta pushes. */
export type GroupKey = 'qa' | 'radiology' | 'labelers' | 'secondRead' | 'pilot';

/** A person as Okta knows them. */
export interface Person {
  readonly givenName: string;
  readonly familyName: string;
  /** Also their email address. */
  readonly userName: string;
  /** Okta's own user id: 20 letters and digits. */
  readonly externalId: string;
}

/** Everything that has a name in one run of the story. */
export interface Cast {
  readonly run: string;
  readonly people: Readonly<Record<PersonKey, Person>>;
  readonly groups: Readonly<Record<GroupKey, string>>;
  /** The name of the group `labelers` after its rename. */
  readonly labelersRenamed: string;
  readonly workspaces: { readonly radiology: string; readonly orthopaedics: string };
  readonly projects: { readonly chest: string; readonly bones: string };
}

/** Names a run that starts now, precise to the millisecond: `20261121-184501-372`, in UTC. */
export function runIdAt(now: Date): string {
  return now.toISOString().replace(/[-:Z]/g, '').replace(/[T.]/g, '-');
}

/**
 * The cast of one run. Each name contains the run, so that it cannot collide with those of an earlier run on the same
 * database, even one that was broken off half-way.
 */
export function castOf(run: string): Cast {
  const person = (givenName: string, familyName: string): Person => ({
    givenName,
    familyName,
    userName: `${givenName.toLowerCase()}.${run}@acme.test`,
    externalId: `00u${randomBytes(9).toString('hex').slice(0, 17)}`,
  });
  const group = (name: string) => `acme-${name}.${run}`;
  return {
    run,
    people: {
      ana: person('Ana', 'Ito'),
      ben: person('Ben', 'Osei'),
      chloe: person('Chloe', 'Martin'),
      dana: person('Dana', 'Novak'),
      emil: person('Emil', 'Berg'),
      farah: person('Farah', 'Aziz'),
    },
    groups: {
      qa: group('qa'),
      radiology: group('radiology'),
      labelers: group('labelers'),
      secondRead: group('second-read'),
      pilot: group('pilot'),
    },
    labelersRenamed: group('annotators'),
    workspaces: { radiology: `Radiology ${run}`, orthopaedics: `Orthopaedics ${run}` },
    projects: { chest: `Chest X-ray ${run}`, bones: `Bone age ${run}` },
  };
}

/** A name of the cast without the run, as people would say it. */
export function shortName(name: string, run: string): string {
  return name.replaceAll(`.${run}`, '').replaceAll(` ${run}`, '');
}
