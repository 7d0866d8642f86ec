import type { GroupKey, PersonKey } from '../cast.js';
import { asList, at } from '../json.js';
import { addMembers, renameTo } from '../okta-operations.js';
import { expectError, expectList, expectNoContent, expectOne, memberIds } from '../scim-checks.js';
import { requiredNumber, type Story } from '../story.js';
import { createProject } from './preparation.js';

/** Reads a group back and checks its name and its members. */
export async function expectMembers(story: Story, key: GroupKey, displayName: string, people: readonly PersonKey[]) {
  const { stage, okta } = story;
  const id = story.groupId(key);
  await stage.step(
    `reads ${story.short(displayName)}: ${people.length} members`,
    okta.readGroup(id),
    (expect, answer) => {
      expectOne(expect, answer, 'Group', { id, displayName });
      expect.sameNames('members', memberIds(answer.body), story.memberIds(...people));
    },
  );
}

/** Looks up a group that a mapping already names: it is a placeholder, without members. */
async function findPlaceholder(story: Story, key: GroupKey): Promise<void> {
  const name = story.cast.groups[key];
  const title = `looks ${story.short(name)} up, finds the placeholder`;
  const found = await story.stage.step(title, story.okta.lookUpGroup(name), (expect, answer) => {
    expectList(expect, answer, 'Group', 1);
    expect.equal('displayName', at(answer.body, 'Resources.0.displayName'), name);
    expect.equal('members', memberIds(at(answer.body, 'Resources.0')), []);
  });
  story.rememberGroup(key, found, 'Resources.0.id');
}

/** Creates a group, with its members at once or (OIN) empty. */
async function push(story: Story, key: GroupKey, people: readonly PersonKey[], known: boolean): Promise<void> {
  const { stage, okta } = story;
  const name = story.cast.groups[key];
  const attributes = { displayName: name, ...(known ? { id: story.groupId(key) } : {}) };
  const call = okta.createGroup(name, story.members(...people));
  const created = await stage.step(`creates ${story.short(name)}`, call, (expect, answer) => {
    expectOne(expect, answer, 'Group', attributes, 201);
    expect.sameNames('members', memberIds(answer.body), story.memberIds(...people));
  });
  story.rememberGroup(key, created);
}

async function pushNew(story: Story, key: GroupKey, people: readonly PersonKey[]): Promise<void> {
  const name = story.cast.groups[key];
  const title = `looks ${story.short(name)} up, finds nothing`;
  await story.stage.step(title, story.okta.lookUpGroup(name), (expect, answer) =>
    expectList(expect, answer, 'Group', 0),
  );
  await push(story, key, people, false);
}

/** Pushes groups that were mapped before: adopted by POST, or linked to the placeholder. */
export async function pushMappedGroups(story: Story): Promise<void> {
  const { stage, okta, cast } = story;
  stage.chapter('Okta pushes groups that are mapped already');
  await findPlaceholder(story, 'qa');
  await push(story, 'qa', [], true);
  const qa = story.groupId('qa');
  const operations = [renameTo(qa, cast.groups.qa), addMembers(story.members('ana', 'chloe'))];
  await stage.step('OIN: adds Ana and Chloe by PATCH', okta.patchGroup(qa, operations), expectNoContent);
  await expectMembers(story, 'qa', cast.groups.qa, ['ana', 'chloe']);
  await story.explain('ana', 'Ana is Reviewer, in Chest X-ray too', {
    role: 'RE',
    source: 'scim',
    groups: [cast.groups.qa],
    workspaces: {},
    projects: { [cast.projects.chest]: { role: 'RE', groups: [cast.groups.qa] } },
  });

  await findPlaceholder(story, 'radiology');
  const radiology = story.groupId('radiology');
  const linked = okta.replaceGroup(radiology, cast.groups.radiology, story.members('ana', 'emil'));
  await stage.step('AIW: links it, sends the members by PUT', linked, (expect, answer) => {
    expectOne(expect, answer, 'Group', { id: radiology, displayName: cast.groups.radiology });
    expect.sameNames('members', memberIds(answer.body), story.memberIds('ana', 'emil'));
  });
  await story.explain('emil', 'Emil is in Radiology, his role unchanged', {
    role: story.defaultRole,
    source: 'default',
    workspaces: { [cast.workspaces.radiology]: [cast.groups.radiology] },
  });

  await findPlaceholder(story, 'pilot');
  await push(story, 'pilot', ['emil'], true);
  await story.explain('emil', 'Emil is Annotator, through the pilot', {
    role: 'AN',
    source: 'scim',
    groups: [cast.groups.pilot],
    workspaces: { [cast.workspaces.radiology]: [cast.groups.radiology] },
    projects: { [cast.projects.chest]: { role: 'AN', groups: [] } },
  });
}

/** Pushes groups that the administrator maps only afterwards: the order makes no difference. */
export async function mapPushedGroups(story: Story): Promise<void> {
  const { stage, okta, cast } = story;
  const { labelers, secondRead } = cast.groups;
  stage.chapter('Okta pushes groups that are mapped afterwards');
  await pushNew(story, 'labelers', ['ben', 'dana']);
  await stage.step('creates it again, which is refused', okta.createGroup(labelers, []), (expect, answer) =>
    expectError(expect, answer, 409, 'uniqueness'),
  );
  await story.explain('ben', 'Ben has the default role: nothing is mapped', {
    role: story.defaultRole,
    source: 'default',
    workspaces: {},
  });
  await story.map('maps acme-labelers, with a new workspace', {
    roles_groups: [['Annotator', labelers]],
    workspaces_groups: [[cast.workspaces.orthopaedics, labelers]],
  });
  const ben = {
    role: 'AN',
    source: 'scim',
    groups: [labelers],
    workspaces: { [cast.workspaces.orthopaedics]: [labelers] },
  };
  await story.explain('ben', 'Ben is Annotator at once, in Orthopaedics', { ...ben, projects: {} });

  const bones = await createProject(
    story,
    cast.projects.bones,
    await findWorkspace(story, cast.workspaces.orthopaedics),
  );
  await story.explain('ben', 'Ben is in its new project, as Annotator', {
    ...ben,
    projects: { [cast.projects.bones]: { role: 'AN', groups: [] } },
  });
  await pushNew(story, 'secondRead', ['ben']);
  await story.map('maps it to Reviewer in Bone age', {
    projects_groups: [{ project_id: bones, group: secondRead, role: 'Reviewer' }],
  });
  await story.explain('ben', 'Ben reviews in Bone age, else annotates', {
    ...ben,
    projects: { [cast.projects.bones]: { role: 'RE', groups: [secondRead] } },
  });
}

async function findWorkspace({ stage, administrator }: Story, title: string): Promise<number> {
  const find = (body: unknown) => asList(body).find((workspace) => at(workspace, 'title') === title);
  const call = administrator.workspaces();
  const answer = await stage.step('finds the workspace the mapping made', call, (expect, found) => {
    expect.equal('status', found.status, 200);
    expect.equal('title', at(find(found.body), 'title'), title);
  });
  return requiredNumber(find(answer.body), 'id');
}
