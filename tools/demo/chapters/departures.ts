import type { PersonKey } from '../cast.js';
import { asList, at, isObject } from '../json.js';
import { expectError, expectList, expectNoContent, expectOne, memberIds } from '../scim-checks.js';
import type { Story } from '../story.js';
import { expectMembers } from './group-push.js';

async function patchActive(story: Story, key: PersonKey, title: string, active: boolean): Promise<void> {
  const id = story.userId(key);
  await story.stage.step(title, story.okta.patchUser(id, { active }), (expect, answer) =>
    expectOne(expect, answer, 'User', { id, active }),
  );
}

/** AIW: reads the user and sends everything back, with `active` changed. */
async function putActive(story: Story, key: PersonKey, title: string, active: boolean): Promise<void> {
  const { stage, okta } = story;
  const id = story.userId(key);
  const { givenName, userName } = story.person(key);
  const read = await stage.step(`reads ${givenName}`, okta.readUser(id), (expect, answer) =>
    expectOne(expect, answer, 'User', { id, userName, active: !active }),
  );
  const body = { ...(isObject(read.body) ? read.body : {}), active };
  await stage.step(title, okta.replaceUser(id, body), (expect, answer) =>
    expectOne(expect, answer, 'User', { id, userName, active }),
  );
}

/** Looks an inactive person up by name, as Okta does; if it found nobody, it would create them again. */
async function findInactive(story: Story, key: PersonKey): Promise<void> {
  const { givenName, userName } = story.person(key);
  const title = `finds ${givenName}, inactive, with the same id`;
  await story.stage.step(title, story.okta.lookUpUser(userName), (expect, answer) => {
    expectList(expect, answer, 'User', 1);
    expect.equal('id', at(answer.body, 'Resources.0.id'), story.userId(key));
    expect.equal('active', at(answer.body, 'Resources.0.active'), false);
  });
}

/** Ben leaves and comes back by PATCH (OIN), Farah by PUT (AIW). Both get back what they had. */
export async function deactivateAndReactivate(story: Story): Promise<void> {
  const { cast } = story;
  const annotators = cast.labelersRenamed;
  story.stage.chapter('Okta deactivates and reactivates, by PATCH and by PUT');

  await patchActive(story, 'ben', 'OIN: deactivates Ben by PATCH', false);
  await story.explain('ben', 'Ben is Deactivated', { role: 'DI', source: 'scim', reason: 'deactivated' });
  await expectMembers(story, 'labelers', annotators, ['ben', 'chloe', 'dana']);
  await findInactive(story, 'ben');
  await story.stage.step(
    'creates Ben instead, which is refused',
    story.okta.createUser(story.person('ben')),
    (expect, answer) => expectError(expect, answer, 409, 'uniqueness'),
  );
  await patchActive(story, 'ben', 'OIN: reactivates Ben by PATCH', true);
  await story.explain('ben', 'Ben has everything back', {
    role: 'AN',
    source: 'scim',
    groups: [annotators],
    workspaces: { [cast.workspaces.orthopaedics]: [annotators] },
    projects: { [cast.projects.bones]: { role: 'RE', groups: [cast.groups.secondRead] } },
  });

  await putActive(story, 'farah', 'AIW: deactivates Farah by PUT', false);
  await story.explain('farah', 'Farah is Deactivated', { role: 'DI', source: 'scim', reason: 'deactivated' });
  await findInactive(story, 'farah');
  await putActive(story, 'farah', 'AIW: reactivates Farah by PUT', true);
  await story.explain('farah', 'Farah has the default role again', {
    role: story.defaultRole,
    source: 'default',
    groups: [],
    workspaces: {},
  });
}

/** Dana's assignment ends (Okta never sends a DELETE for people), and so does the pilot group. */
export async function unassignAndDelete(story: Story): Promise<void> {
  const { stage, okta, cast } = story;
  const { pilot } = cast.groups;
  stage.chapter('Okta unassigns Dana and deletes a group');

  const dana = story.userId('dana');
  await patchActive(story, 'dana', 'unassigns Dana', false);
  await stage.step('reads Dana, who is kept', okta.readUser(dana), (expect, answer) =>
    expectOne(expect, answer, 'User', { id: dana, active: false, userName: story.person('dana').userName }),
  );
  await story.explain('dana', 'Dana is Deactivated', { role: 'DI', source: 'scim', reason: 'deactivated' });

  const id = story.groupId('pilot');
  await stage.step('deletes acme-pilot', okta.deleteGroup(id), expectNoContent);
  await stage.step('asks whether it still exists', okta.readGroup(id), (expect, answer) =>
    expectError(expect, answer, 404),
  );
  await stage.step('finds a fresh placeholder by its name', okta.lookUpGroup(pilot), (expect, answer) => {
    const found = at(answer.body, 'Resources.0');
    expectList(expect, answer, 'Group', 1);
    expect.satisfies('id', at(found, 'id'), 'another one than before', at(found, 'id') !== id);
    expect.equal('members', memberIds(found), []);
  });
  await stage.step('sees that the mapping has stayed', story.administrator.settings(), (expect, answer) => {
    const rows = asList(at(answer.body, 'roles_groups')).filter((row) => at(row, '1') === pilot);
    expect.equal('status', answer.status, 200);
    expect.equal('rows of the group', rows, [['Annotator', pilot]]);
  });
  await story.explain('emil', 'Emil lost the only role group he had', {
    role: 'DI',
    source: 'scim',
    reason: 'no_role_group',
  });
}
