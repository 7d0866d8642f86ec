import type { Answer } from '../http.js';
import { asList, at, isObject } from '../json.js';
import { StoryBroken } from '../story-broken.js';
import { requiredNumber, type Story } from '../story.js';

const FLAGS = ['manual_role_management', 'manual_workspace_management', 'manual_project_member_management'] as const;

/** How many seats the story needs at once, including those of the default role. */
const SEATS_NEEDED = 6;

function refuseUnlessOpen(answer: Answer): void {
  if (answer.status !== 401 && answer.status !== 403) return;
  throw new StoryBroken(
    `The server does not accept the token (${answer.status}). It has to be a live token of the organization's Owner.`,
  );
}

/** @throws StoryBroken when the organization's settings would make the story end differently. */
function refuseUnlessSuitable(organization: unknown): void {
  const on = FLAGS.filter((flag) => at(organization, flag) === true);
  if (on.length > 0)
    throw new StoryBroken(`In this story access comes from groups alone. Switch off first: ${on.join(', ')}.`);

  const limit = at(organization, 'seats.limit');
  const used = at(organization, 'seats.used');
  if (typeof limit === 'number' && typeof used === 'number' && limit - used < SEATS_NEEDED)
    throw new StoryBroken(`The story needs ${SEATS_NEEDED} free seats; ${used} of ${limit} are taken.`);
}

async function readOrganization({ stage, administrator }: Story): Promise<unknown> {
  const list = await stage.step('finds the organization', administrator.organizations(), (expect, answer) => {
    refuseUnlessOpen(answer);
    expect.equal('status', answer.status, 200);
    expect.satisfies('body', answer.body, 'an array with an organization', asList(answer.body).length > 0);
  });
  const id = requiredNumber(list.body, '0.id');
  const one = await stage.step('reads its default role and seats', administrator.organization(id), (expect, answer) => {
    expect.equal('status', answer.status, 200);
    expect.text('default_role', at(answer.body, 'default_role'));
    expect.satisfies('seats', at(answer.body, 'seats'), 'an object', isObject(at(answer.body, 'seats')));
  });
  return one.body;
}

/**
 * Sets the scene as an administrator: a workspace, a project, an account from before SCIM, and mappings for groups that
 * have not been pushed yet.
 *
 * @throws StoryBroken when the token is refused or the organization does not suit the story.
 */
export async function prepare(story: Story): Promise<void> {
  const { stage, administrator, cast } = story;
  stage.chapter('The administrator prepares an organization that labels radiology images');
  const organization = await readOrganization(story);
  refuseUnlessSuitable(organization);
  story.defaultRole = String(at(organization, 'default_role'));

  const { radiology } = cast.workspaces;
  const workspace = await stage.step(
    'creates the workspace Radiology',
    administrator.createWorkspace(radiology),
    (expect, answer) => {
      expect.equal('status', answer.status, 201);
      expect.integer('id', at(answer.body, 'id'));
      expect.equal('title', at(answer.body, 'title'), radiology);
    },
  );
  const chest = await createProject(story, cast.projects.chest, requiredNumber(workspace.body, 'id'));

  const emil = cast.people.emil;
  await stage.step(
    'creates Emil, long before SCIM comes',
    administrator.createUser(emil.userName, emil.givenName, emil.familyName),
    (expect, answer) => {
      expect.equal('status', answer.status, 201);
      expect.equal('email', at(answer.body, 'email'), emil.userName);
      expect.text('scim_id', at(answer.body, 'scim_id'));
    },
  );

  await story.map('maps groups before they are pushed', {
    roles_groups: [
      ['Reviewer', cast.groups.qa],
      ['Annotator', cast.groups.pilot],
    ],
    workspaces_groups: [[radiology, cast.groups.radiology]],
    projects_groups: [{ project_id: chest, group: cast.groups.qa, role: 'Inherit' }],
  });
}

/** Creates a project in a workspace and returns its id. */
export async function createProject(story: Story, title: string, workspace: number): Promise<number> {
  const call = story.administrator.createProject(title, workspace);
  const answer = await story.stage.step(`creates the project ${story.short(title)}`, call, (expect, created) => {
    expect.equal('status', created.status, 201);
    expect.integer('id', at(created.body, 'id'));
    expect.equal('title', at(created.body, 'title'), title);
    expect.equal('workspace', at(created.body, 'workspace'), workspace);
  });
  return requiredNumber(answer.body, 'id');
}
