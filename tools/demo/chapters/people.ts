import type { PersonKey } from '../cast.js';
import { asList, at, isObject } from '../json.js';
import { randomPassword } from '../okta-client.js';
import { expectError, expectList, expectOne } from '../scim-checks.js';
import type { Story } from '../story.js';

/** The people who come from Okta. */
const NEWCOMERS = ['ana', 'ben', 'chloe', 'dana', 'farah'] as const satisfies readonly PersonKey[];

async function create(story: Story, key: PersonKey): Promise<void> {
  const { stage, okta } = story;
  const person = story.person(key);
  await stage.step(`looks ${person.givenName} up, finds nobody`, okta.lookUpUser(person.userName), (expect, answer) =>
    expectList(expect, answer, 'User', 0),
  );
  const created = await stage.step(`creates ${person.givenName}`, okta.createUser(person), (expect, answer) => {
    const attributes = {
      userName: person.userName,
      'name.givenName': person.givenName,
      'name.familyName': person.familyName,
      'emails.0.value': person.userName,
      externalId: person.externalId,
      active: true,
    };
    expectOne(expect, answer, 'User', attributes, 201);
    expect.equal('groups', asList(at(answer.body, 'groups')), []);
  });
  story.rememberUser(key, created);
}

async function link(story: Story): Promise<void> {
  const { stage, okta } = story;
  const emil = story.person('emil');
  const found = await stage.step('looks Emil up, finds him', okta.lookUpUser(emil.userName), (expect, answer) =>
    expectList(expect, answer, 'User', 1),
  );
  story.rememberUser('emil', found, 'Resources.0.id');
  const id = story.userId('emil');
  const read = await stage.step('reads Emil', okta.readUser(id), (expect, answer) =>
    expectOne(expect, answer, 'User', { id, active: true, userName: emil.userName }),
  );
  const body = { ...(isObject(read.body) ? read.body : {}), externalId: emil.externalId };
  await stage.step('links Emil with his account', okta.replaceUser(id, body), (expect, answer) =>
    expectOne(expect, answer, 'User', { id, externalId: emil.externalId, userName: emil.userName, active: true }),
  );
  await story.explain('emil', 'Emil keeps what he has: the default role', {
    role: story.defaultRole,
    source: 'default',
    workspaces: {},
  });
}

/** Assigns people: looks each up before creating them, and links one who already exists. */
export async function assignPeople(story: Story): Promise<void> {
  const { stage, okta } = story;
  stage.chapter('Okta assigns people to the app');
  for (const key of NEWCOMERS) await create(story, key);
  await link(story);

  const ana = story.person('ana');
  await stage.step('creates Ana again, which is refused', okta.createUser(ana), (expect, answer) =>
    expectError(expect, answer, 409, 'uniqueness'),
  );
  await stage.step('finds Ana in capital letters', okta.lookUpUser(ana.userName.toUpperCase()), (expect, answer) => {
    expectList(expect, answer, 'User', 1);
    expect.equal('id', at(answer.body, 'Resources.0.id'), story.userId('ana'));
  });
  await story.explain('ana', 'Ana has the default role and no workspace', {
    role: story.defaultRole,
    source: 'default',
    groups: [],
    workspaces: {},
  });
}

/** Profile and password pushes: Ana's by PUT (AIW), Ben's by PATCH (OIN). */
export async function updateProfiles(story: Story): Promise<void> {
  const { stage, okta } = story;
  stage.chapter('Okta pushes profiles, by PUT and by PATCH');
  const ana = story.userId('ana');
  const read = await stage.step('reads Ana before the update', okta.readUser(ana), (expect, answer) =>
    expectOne(expect, answer, 'User', { id: ana, active: true }),
  );
  const resource = isObject(read.body) ? read.body : {};
  const married = {
    ...resource,
    name: { givenName: 'Ana', familyName: 'Ito-Berg' },
    displayName: 'Ana Ito-Berg',
    nickName: '',
  };
  await stage.step('AIW: changes her family name by PUT', okta.replaceUser(ana, married), (expect, answer) =>
    expectOne(expect, answer, 'User', {
      id: ana,
      'name.familyName': 'Ito-Berg',
      displayName: 'Ana Ito-Berg',
      userName: story.person('ana').userName,
      externalId: story.person('ana').externalId,
      active: true,
    }),
  );
  const withPassword = okta.replaceUser(ana, { ...married, password: randomPassword() });
  await stage.step('AIW: pushes her password by PUT', withPassword, (expect, answer) =>
    expectOne(expect, answer, 'User', { id: ana, displayName: 'Ana Ito-Berg', active: true }),
  );

  const ben = story.userId('ben');
  const profile = {
    title: 'Radiographer',
    displayName: 'Benjamin Osei',
    name: { givenName: 'Benjamin', familyName: 'Osei' },
  };
  await stage.step('OIN: changes Ben by PATCH', okta.patchUser(ben, profile), (expect, answer) =>
    expectOne(expect, answer, 'User', {
      id: ben,
      title: 'Radiographer',
      displayName: 'Benjamin Osei',
      'name.givenName': 'Benjamin',
      'name.familyName': 'Osei',
      active: true,
    }),
  );
  await stage.step(
    'OIN: pushes his password by PATCH',
    okta.patchUser(ben, { password: randomPassword() }),
    (expect, answer) => expectOne(expect, answer, 'User', { id: ben, active: true }),
  );
}
