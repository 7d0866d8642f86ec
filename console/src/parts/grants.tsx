import { Anchor, List, Text } from '@mantine/core';
import { Link } from 'react-router';
import { isAdministrator, usePerson } from '../session/session';
import { roleName } from '../words/roles';

/** One reason for access, of any kind that the server explains. */
export interface Grant {
  readonly kind: string;
  readonly group?: string;
  readonly role?: string;
  readonly workspace?: number;
}

const KINDS: Readonly<Record<string, string>> = {
  manual: 'given by hand',
  default: 'the default role when the account was made or reactivated',
  sign_in: 'the first sign-in',
  owner: 'owns the organization',
};

interface GrantTextProps {
  readonly grant: Grant;
  readonly workspaces?: ReadonlyMap<number, string>;
}

/** The name of a group that gives something, with a link for those who may see the group. */
export function GroupName({ name }: { readonly name: string }) {
  if (!isAdministrator(usePerson().role)) return <>{name}</>;
  return (
    <Anchor component={Link} to={`/groups?search=${encodeURIComponent(name)}`} inherit>
      {name}
    </Anchor>
  );
}

/** Where a grant comes from, in a few words. */
export function kindText(kind: string): string {
  return KINDS[kind] ?? kind;
}

function GrantText({ grant, workspaces }: GrantTextProps) {
  const role = grant.role === undefined ? '' : ` → ${roleName(grant.role)}`;
  if (grant.kind === 'mapping' && grant.group !== undefined) {
    return (
      <>
        group <GroupName name={grant.group} />
        {role}
      </>
    );
  }
  if (grant.kind === 'workspace' && grant.workspace !== undefined)
    return <>member of the workspace {workspaces?.get(grant.workspace) ?? grant.workspace}</>;

  return (
    <>
      {kindText(grant.kind)}
      {role}
    </>
  );
}

interface GrantsProps {
  readonly grants: readonly Grant[];
  /** Titles of workspaces by their ids. */
  readonly workspaces?: ReadonlyMap<number, string>;
}

/** Every reason behind one role, workspace or project. */
export function Grants({ grants, workspaces }: GrantsProps) {
  if (grants.length === 0) {
    return (
      <Text size="sm" c="dimmed">
        —
      </Text>
    );
  }
  return (
    <List size="sm" spacing={2} listStyleType="none" withPadding={false}>
      {grants.map((grant, at) => (
        <List.Item key={at}>
          <GrantText grant={grant} workspaces={workspaces} />
        </List.Item>
      ))}
    </List>
  );
}
