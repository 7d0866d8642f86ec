import { v7 } from 'uuid';
import type { Call } from '../load/connection.js';
import type { Bench, Phase } from '../phase.js';

const USERS = '/scim/v2/Users';
const USER_SCHEMA = 'urn:ietf:params:scim:schemas:core:2.0:User';
const PATCH_OP = 'urn:ietf:params:scim:api:messages:2.0:PatchOp';

/** Walks through a list so that successive items are far apart, and starts again at its end. */
export function wanderer<Item>(items: readonly Item[], start = 0): () => Item {
  let at = start;
  return () => {
    at = (at + 7919) % items.length;
    const item = items[at];
    if (item === undefined) throw new Error('There is nothing to choose from');
    return item;
  };
}

/** The request with which Okta creates a user. */
export function newUser(): Call {
  const id = v7();
  const userName = `created-${id}@bench.test`;
  return {
    method: 'POST',
    path: USERS,
    body: {
      schemas: [USER_SCHEMA],
      userName,
      name: { givenName: 'Created', familyName: id },
      emails: [{ primary: true, value: userName, type: 'work' }],
      displayName: `Created ${id}`,
      externalId: id,
      active: true,
      groups: [],
      locale: 'en-US',
    },
  };
}

function search(filter: string): Call {
  return { method: 'GET', path: `${USERS}?filter=${encodeURIComponent(filter)}&startIndex=1&count=100` };
}

export function switchActive(id: string, active: boolean): Call {
  const Operations = [{ op: 'replace', value: { active } }];
  return { method: 'PATCH', path: `${USERS}/${id}`, body: { schemas: [PATCH_OP], Operations } };
}

/** Reads one user after the other. */
export function reads(userIds: readonly string[]): () => Call {
  const next = wanderer(userIds);
  return () => ({ method: 'GET', path: `${USERS}/${next()}` });
}

/** Looks up one user after the other by an attribute. */
export function lookUps(attribute: 'userName' | 'email', userNames: readonly string[]): () => Call {
  const next = wanderer(userNames);
  return () => search(`${attribute} eq "${next()}"`);
}

function phase(name: string, title: string, calls: (bench: Bench) => () => Call): Phase {
  return {
    name,
    run: async (bench) => ({
      rows: [{ title, ...(await bench.comparison.underLoad(title, () => calls(bench))) }],
    }),
  };
}

/** Single accounts, as an identity provider looks them up, creates and changes them. */
export const userPhases: readonly Phase[] = [
  phase('create', 'create a user', () => newUser),
  phase('lookup-username', 'look up by userName', ({ place }) => lookUps('userName', place.seeded.userNames)),
  phase('lookup-email', 'look up by email', ({ place }) => lookUps('email', place.seeded.userNames)),
  phase('get', 'read a user', ({ place }) => reads(place.seeded.userIds)),
  phase('patch-active', 'deactivate, reactivate', ({ place }) => {
    const next = wanderer(place.seeded.userIds);
    let id = next();
    let active = true;
    return () => {
      active = !active;
      if (!active) id = next();
      return switchActive(id, active);
    };
  }),
];
