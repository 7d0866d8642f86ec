import { Button, Group, Select, Text } from '@mantine/core';
import { useState } from 'react';
import type { Access } from '../access/queries';
import { RoleReasons } from '../access/role-reasons';
import { roleGroups } from '../access/verdict';
import { Section } from '../parts/section';
import { GIVEN_ROLES, ROLE_NAMES } from '../words/roles';
import { type GivenRole, useSetRole } from './edits';

const OPTIONS = GIVEN_ROLES.map((value) => ({ value, label: ROLE_NAMES[value] }));

/** Why the role cannot be set manually now; null if it can. */
function obstacleOf({ reason, role_grants }: Access): string | null {
  const groups = roleGroups(role_grants);
  if (reason === 'deactivated' || groups.length === 0) return null;
  const names = groups.join(', ');
  return `The identity provider manages this role, through the ${groups.length === 1 ? 'group' : 'groups'} ${names}.`;
}

interface RoleByHandProps {
  readonly userId: number;
  readonly access: Access;
}

function SetRole({ userId, access }: RoleByHandProps) {
  const [chosen, setChosen] = useState<GivenRole | null>(null);
  const setRole = useSetRole(userId);
  const obstacle = obstacleOf(access);
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        if (chosen !== null) setRole.mutate(chosen, { onSuccess: () => setChosen(null) });
      }}
    >
      <Group align="flex-end" gap="sm">
        <Select
          label="Role by hand"
          data={OPTIONS}
          placeholder="Choose a role"
          value={chosen}
          onChange={(value) => setChosen(GIVEN_ROLES.find((role) => role === value) ?? null)}
          disabled={obstacle !== null}
          aria-describedby="role-by-hand-note"
          w={{ base: '100%', xs: 220 }}
        />
        <Button
          type="submit"
          variant="default"
          disabled={obstacle !== null || chosen === null}
          loading={setRole.isPending}
        >
          Set by hand
        </Button>
      </Group>
      <Text size="sm" c="dimmed" mt={6} id="role-by-hand-note">
        {obstacle ?? noteOf(access)}
      </Text>
    </form>
  );
}

function noteOf({ reason }: Access): string {
  return reason === 'deactivated'
    ? 'The account is inactive: a role set now counts from its return on, unless a group says otherwise then.'
    : 'It stays until a group that is mapped to a role takes over.';
}

/** A person's role with its reasons, and a field to set it manually. */
export function RoleByHand({ userId, access }: RoleByHandProps) {
  return (
    <Section title="Role and why">
      <RoleReasons access={access} />
      {access.role !== 'OW' && <SetRole userId={userId} access={access} />}
    </Section>
  );
}
