import { Badge } from '@mantine/core';
import { type Role, roleName } from '../words/roles';

const ROLE_COLORS: Readonly<Record<Role, string>> = {
  OW: 'grape',
  AD: 'violet',
  MA: 'indigo',
  RE: 'blue',
  AN: 'teal',
  NO: 'gray',
  DI: 'red',
};

/** An organization role, or an effective project role; null is a pending one. */
export function RoleBadge({ role }: { readonly role: string | null }) {
  if (role === null) {
    return (
      <Badge tt="none" variant="default" miw="max-content">
        Pending
      </Badge>
    );
  }
  const color = role in ROLE_COLORS ? ROLE_COLORS[role as Role] : 'gray';
  return (
    <Badge tt="none" variant="light" color={color} className="badge-readable" miw="max-content">
      {roleName(role)}
    </Badge>
  );
}

/** Marks a group that is known by name only. */
export function PlaceholderBadge() {
  return (
    <Badge tt="none" variant="default" miw="max-content" title="No identity provider has pushed this group yet">
      Not pushed yet
    </Badge>
  );
}

/** The status of an answer: green, or red from 400 on. */
export function StatusBadge({ status }: { readonly status: number | null }) {
  if (status === null) {
    return (
      <Badge tt="none" variant="outline" color="gray">
        hung up
      </Badge>
    );
  }
  return (
    <Badge variant="light" color={status < 400 ? 'teal' : 'red'} className="badge-readable">
      {status}
    </Badge>
  );
}
