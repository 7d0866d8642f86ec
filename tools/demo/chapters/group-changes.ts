import { asList, at, isObject } from '../json.js';
import {
  addMembers,
  removeMember,
  renameTo,
  replaceMembers,
  replaceMembersWithoutPath,
  type PatchOperation,
} from '../okta-operations.js';
import { expectNoContent, expectOne, memberIds } from '../scim-checks.js';
import type { Story } from '../story.js';
import { expectMembers } from './group-push.js';

type PatchedGroup = 'qa' | 'labelers' | 'pilot';

/** Sends a change preceded by the group's current name, as Okta does, whether the group was renamed or not. */
async function patch(story: Story, key: PatchedGroup, title: string, ...operations: PatchOperation[]): Promise<void> {
  const id = story.groupId(key);
  const displayName = key === 'labelers' ? story.cast.labelersRenamed : story.cast.groups[key];
  const call = story.okta.patchGroup(id, [renameTo(id, displayName), ...operations]);
  await story.stage.step(title, call, expectNoContent);
}

/** Checks that the mapping has followed the rename and the old name is gone. */
async function expectRenamedInSettings({ stage, administrator, cast }: Story): Promise<void> {
  await stage.step('sees the new name in the settings', administrator.settings(), (expect, answer) => {
    const groups = ['roles_groups', 'workspaces_groups'].flatMap((list) =>
      asList(at(answer.body, list)).map((row) => at(row, '1')),
    );
    const count = (name: string) => groups.filter((group) => group === name).length;
    expect.equal('status', answer.status, 200);
    expect.equal('rows with the new name', count(cast.labelersRenamed), 2);
    expect.equal('rows with the old name', count(cast.groups.labelers), 0);
  });
}

/** OIN: a rename and changes of members in one PATCH, single removals and full pushes. */
export async function changeGroupsByPatch(story: Story): Promise<void> {
  const { stage, cast } = story;
  const { qa } = cast.groups;
  const annotators = cast.labelersRenamed;
  const orthopaedics = { [cast.workspaces.orthopaedics]: [annotators] };
  stage.chapter('Okta renames a group and changes members, by PATCH');

  const swap = [removeMember(story.userId('dana')), addMembers(story.members('chloe'))];
  await patch(story, 'labelers', 'OIN: renames, removes Dana, adds Chloe', ...swap);
  await expectMembers(story, 'labelers', annotators, ['ben', 'chloe']);
  await expectRenamedInSettings(story);
  await story.explain('dana', 'Dana left her last group: Deactivated', {
    role: 'DI',
    source: 'scim',
    reason: 'no_role_group',
  });
  await story.explain('chloe', 'Chloe is in two groups: Reviewer wins', {
    role: 'RE',
    source: 'scim',
    groups: [qa, annotators],
    workspaces: orthopaedics,
    projects: {
      [cast.projects.chest]: { role: 'RE', groups: [qa] },
      [cast.projects.bones]: { role: 'RE', groups: [] },
    },
  });

  await patch(story, 'qa', 'OIN: removes Chloe from acme-qa', removeMember(story.userId('chloe')));
  await patch(story, 'qa', 'OIN: removes her again, which is no error', removeMember(story.userId('chloe')));
  const chloe = { role: 'AN', source: 'scim', groups: [annotators], workspaces: orthopaedics };
  await story.explain('chloe', 'Chloe is Annotator, Chest X-ray is gone', {
    ...chloe,
    projects: { [cast.projects.bones]: { role: 'AN', groups: [] } },
  });

  const all = replaceMembers(story.members('ben', 'chloe', 'dana'));
  await patch(story, 'labelers', 'OIN: full push, Dana is back', all);
  await expectMembers(story, 'labelers', annotators, ['ben', 'chloe', 'dana']);
  await story.explain('dana', 'Dana is Annotator again', {
    role: 'AN',
    source: 'scim',
    groups: [annotators],
    workspaces: orthopaedics,
    projects: { [cast.projects.bones]: { role: 'AN', groups: [] } },
  });

  await patch(story, 'pilot', 'OIN: full push of an empty group', replaceMembers([]));
  await expectMembers(story, 'pilot', cast.groups.pilot, []);
  await story.explain('emil', 'Emil left his last group: Deactivated', {
    role: 'DI',
    source: 'scim',
    reason: 'no_role_group',
  });
  await patch(story, 'pilot', 'OIN: full push without a path', replaceMembersWithoutPath(story.members('emil')));
  await story.explain('emil', 'Emil is Annotator again', {
    role: 'AN',
    source: 'scim',
    groups: [cast.groups.pilot],
    workspaces: { [cast.workspaces.radiology]: [cast.groups.radiology] },
    projects: { [cast.projects.chest]: { role: 'AN', groups: [] } },
  });
}

/** AIW: the whole group in a PUT, and a PUT of a user whose `groups` is empty. */
export async function changeGroupsByPut(story: Story): Promise<void> {
  const { stage, okta, cast } = story;
  const { qa, radiology, secondRead } = cast.groups;
  stage.chapter('Okta changes members by PUT');

  const id = story.groupId('secondRead');
  const call = okta.replaceGroup(id, secondRead, story.members('ben', 'chloe'));
  await stage.step('AIW: adds Chloe to acme-second-read', call, (expect, answer) => {
    expectOne(expect, answer, 'Group', { id, displayName: secondRead });
    expect.sameNames('members', memberIds(answer.body), story.memberIds('ben', 'chloe'));
  });
  await story.explain('chloe', 'Chloe reviews in Bone age, else annotates', {
    role: 'AN',
    source: 'scim',
    groups: [cast.labelersRenamed],
    workspaces: { [cast.workspaces.orthopaedics]: [cast.labelersRenamed] },
    projects: { [cast.projects.bones]: { role: 'RE', groups: [secondRead] } },
  });

  const ana = story.userId('ana');
  const read = await stage.step('reads Ana: two groups', okta.readUser(ana), (expect, answer) => {
    expectOne(expect, answer, 'User', { id: ana });
    const groups = asList(at(answer.body, 'groups')).map((group) => String(at(group, 'value')));
    expect.sameNames('groups', groups, [story.groupId('qa'), story.groupId('radiology')]);
  });
  const body = { ...(isObject(read.body) ? read.body : {}), groups: [], title: 'Lead reviewer' };
  await stage.step('AIW: PUT of Ana with an empty list of groups', okta.replaceUser(ana, body), (expect, answer) =>
    expectOne(expect, answer, 'User', { id: ana, title: 'Lead reviewer', active: true }),
  );
  await story.explain('ana', 'Ana is still in both her groups', {
    role: 'RE',
    source: 'scim',
    groups: [qa],
    workspaces: { [cast.workspaces.radiology]: [radiology] },
    projects: { [cast.projects.chest]: { role: 'RE', groups: [qa] } },
  });
}
