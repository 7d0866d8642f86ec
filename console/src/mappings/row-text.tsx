import { Badge, Group, Text } from '@mantine/core';
import { PlaceholderBadge, RoleBadge } from '../parts/badges';
import { GIVEN_ROLES, ROLE_NAMES } from '../words/roles';
import { type DraftRow, fold, type Mapping, type Panel, type RowState } from './draft';
import { memberText, useGroupFacts } from './group-facts';
import { useWorkspaces } from './queries';

const STATES: Readonly<Record<RowState, { readonly color: string; readonly text: string } | undefined>> = {
  stored: undefined,
  blank: undefined,
  new: { color: 'teal', text: 'New' },
  changed: { color: 'yellow', text: 'Changed' },
  removed: { color: 'red', text: 'Removed' },
};

/** Shows what saving would do with a row. */
export function StateBadge({ state }: { readonly state: RowState }) {
  const mark = STATES[state];
  if (!mark) return null;
  return (
    <Badge tt="none" variant="light" color={mark.color} className="badge-readable">
      {mark.text}
    </Badge>
  );
}

function GroupMark({ name }: { readonly name: string }) {
  const facts = useGroupFacts(name);
  if (facts === undefined) return null;
  if (facts === 'new' || facts.placeholder) return <PlaceholderBadge />;
  return (
    <Text size="sm" c="dimmed">
      {memberText(facts.member_count)}
    </Text>
  );
}

/** Marks a title that no workspace has yet. */
export function NewWorkspaceBadge({ title }: { readonly title: string }) {
  const workspaces = useWorkspaces();
  if (title.trim() === '' || !workspaces.data || workspaces.data.some((known) => fold(known.title) === fold(title)))
    return null;
  return (
    <Badge tt="none" variant="light" color="teal" className="badge-readable">
      New workspace
    </Badge>
  );
}

/** The badge of a role given by name. */
function NamedRole({ name }: { readonly name: string }) {
  return <RoleBadge role={GIVEN_ROLES.find((code) => ROLE_NAMES[code] === name) ?? name} />;
}

/** The target of a mapping, where the heading does not show it. */
export function TargetText({
  panel,
  target,
  title,
}: {
  readonly panel: Panel;
  readonly target: string;
  readonly title: string;
}) {
  if (target === '') return <Text c="dimmed">nothing chosen</Text>;
  return panel === 'roles' ? <NamedRole name={target} /> : <Text fw={600}>{title}</Text>;
}

interface RowTextProps {
  readonly panel: Panel;
  readonly row: DraftRow;
  readonly state: RowState;
  readonly titleOf: (target: string) => string;
}

/** A mapping in words: “acme-qa → Chest X-ray (Reviewer)”. */
export function mappingText({ group, target, role }: Mapping, titleOf: (target: string) => string): string {
  return `${group} → ${titleOf(target)}${role ? ` (${role})` : ''}`;
}

/** A mapping as text: the group, what it gives, and remarks on both. */
export function RowText({ panel, row, state, titleOf }: RowTextProps) {
  const { now, stored } = row;
  const isUnderHeading = stored?.target === now.target;
  return (
    <div>
      <Group gap="xs">
        <Text td={state === 'removed' ? 'line-through' : undefined}>{now.group || 'no group chosen'}</Text>
        {!isUnderHeading && (
          <>
            <Text c="dimmed">→</Text>
            <TargetText panel={panel} target={now.target} title={titleOf(now.target)} />
            {panel === 'workspaces' && <NewWorkspaceBadge title={now.target} />}
          </>
        )}
        {now.role && <NamedRole name={now.role} />}
        <GroupMark name={now.group} />
        <StateBadge state={state} />
      </Group>
      {stored && state === 'changed' && (
        <Text size="xs" c="dimmed">
          Stored: {mappingText(stored, titleOf)}
        </Text>
      )}
    </div>
  );
}
