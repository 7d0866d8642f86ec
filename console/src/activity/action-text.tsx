import { Code } from '@mantine/core';
import type { ReactNode } from 'react';
import { countText } from '../words/moments';
import type { Action } from '../words/actions';
import { roleName } from '../words/roles';
import { Details } from './details';
import { GroupLink, PersonLink, ProjectTitle, WorkspaceTitle } from './names';
import type { ActivityEntry } from './queries';

interface Told {
  readonly details: Details;
  /** The person that the entry is about. */
  readonly person: ReactNode;
}

const SETTINGS: Readonly<Record<string, string>> = {
  default_role: 'default role',
  seat_limit: 'seat limit',
  manual_role_management: 'roles by hand',
  manual_workspace_management: 'workspaces by hand',
  manual_project_member_management: 'project members by hand',
};

function people(count: number): string {
  return count === 1 ? '1 person' : `${countText(count)} people`;
}

function comings(details: Details, came: string, went: string): string {
  const [added, removed] = [details.count('addedUserIds'), details.count('removedUserIds')];
  const parts = [added > 0 && `${people(added)} ${came}`, removed > 0 && `${people(removed)} ${went}`];
  return parts.filter((part) => part !== false).join(', ');
}

function settings(details: Details): string {
  return details
    .list('settings')
    .map((name) => SETTINGS[String(name)] ?? String(name))
    .join(', ');
}

function Mappings({ details }: { readonly details: Details }) {
  const [only] = details.list('groupIds');
  const count = details.count('groupIds');
  if (count !== 1) return <>Mappings of {countText(count)} groups changed</>;
  return (
    <>
      Mappings of <GroupLink id={Number(only)} /> changed
    </>
  );
}

function Moved({ details }: { readonly details: Details }) {
  const [from, to] = [details.id('from'), details.id('to')];
  return (
    <>
      Project <ProjectTitle id={details.number('projectId')} /> moved
      {from !== undefined && (
        <>
          {' '}
          from <WorkspaceTitle id={from} />
        </>
      )}{' '}
      {to === undefined ? 'out of all workspaces' : <>to {<WorkspaceTitle id={to} />}</>}
    </>
  );
}

function RolesInProject({ details }: { readonly details: Details }) {
  const role = details.text('role');
  const who = people(details.count('userIds'));
  return (
    <>
      Roles in <ProjectTitle id={details.number('projectId')} /> by hand: {role === '' ? 'taken from' : roleName(role)}{' '}
      {role === '' ? who : `for ${who}`}
    </>
  );
}

const group = (details: Details) => <GroupLink id={details.number('groupId')} />;
const workspace = (details: Details) => <WorkspaceTitle id={details.number('workspaceId')} />;
const project = (details: Details) => <ProjectTitle id={details.number('projectId')} />;
const title = (details: Details) => <b>{details.text('title')}</b>;
const fields = (details: Details) => details.list('fields').join(', ');

const SENTENCES: Readonly<Record<Action, (told: Told) => ReactNode>> = {
  'user.created': ({ person }) => <>Account of {person} created</>,
  'user.changed': ({ person }) => <>Attributes of {person} changed</>,
  'user.deactivated': ({ person }) => <>{person} deactivated</>,
  'user.reactivated': ({ person }) => <>{person} reactivated</>,
  'user.deleted': ({ person }) => <>Account of {person} deleted</>,
  'user.signed-in': ({ person }) => <>{person} signed in</>,
  'role.set-manually': ({ person, details }) => (
    <>
      Role of {person} set by hand: {roleName(details.text('role'))}
    </>
  ),
  'group.created': ({ details }) => <>Group {group(details)} pushed for the first time</>,
  'group.renamed': ({ details }) => (
    <>
      Group <b>{details.text('from')}</b> renamed to {group(details)}
    </>
  ),
  'group.members-changed': ({ details }) => (
    <>
      Group {group(details)}: {comings(details, 'joined', 'left')}
    </>
  ),
  'group.deleted': ({ details }) => (
    <>
      Group <b>{details.text('displayName')}</b> deleted
    </>
  ),
  'group.placeholder-absorbed': ({ details }) => (
    <>
      Group {group(details)} took over what was mapped to the name <b>{details.text('displayName')}</b>
    </>
  ),
  'mappings.changed': ({ details }) => <Mappings details={details} />,
  'organization.changed': ({ details }) => <>Settings changed: {settings(details)}</>,
  'access.large-loss': ({ details }) => (
    <>
      Many lost access at once: {countText(details.number('affected'))} of {people(details.number('working'))} at work
    </>
  ),
  'workspace.created': ({ details }) => <>Workspace {title(details)} created</>,
  'workspace.changed': ({ details }) => (
    <>
      Workspace {workspace(details)} changed: {fields(details)}
    </>
  ),
  'workspace.deleted': ({ details }) => <>Workspace {title(details)} deleted</>,
  'workspace.members-changed': ({ details }) => (
    <>
      Workspace {workspace(details)} by hand: {comings(details, 'added', 'removed')}
    </>
  ),
  'project.created': ({ details }) => <>Project {title(details)} created</>,
  'project.changed': ({ details }) => (
    <>
      Project {project(details)} changed: {fields(details)}
    </>
  ),
  'project.moved': ({ details }) => <Moved details={details} />,
  'project.deleted': ({ details }) => <>Project {title(details)} deleted</>,
  'project.members-changed': ({ details }) => (
    <>
      Project {project(details)} by hand: {comings(details, 'added', 'removed')}
    </>
  ),
  'project.roles-changed': ({ details }) => <RolesInProject details={details} />,
};

function isTold(action: string): action is Action {
  return action in SENTENCES;
}

function personOf(entry: ActivityEntry, details: Details): ReactNode {
  const id = details.id('userId');
  if (id === undefined) return null;
  const known = entry.extra_data.access_changes.find(({ user }) => user.id === id)?.user.email;
  return <PersonLink id={id} known={known ?? undefined} />;
}

/** What was done according to an entry, as a short sentence. */
export function ActionText({ entry }: { readonly entry: ActivityEntry }) {
  const { action } = entry.extra_data;
  const details = new Details(entry);
  return isTold(action) ? SENTENCES[action]({ details, person: personOf(entry, details) }) : <Code>{action}</Code>;
}
