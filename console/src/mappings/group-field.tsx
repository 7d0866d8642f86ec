import { Autocomplete, Text } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { fold } from './draft';
import { type GroupFacts, memberText, useGroupFacts } from './group-facts';
import { type ReceivedGroup, useGroupSearch } from './queries';

const PAUSE_MS = 250;
const LONGEST_NAME = 1000;

interface GroupFieldProps {
  readonly value: string;
  readonly error: string | undefined;
  readonly onChange: (name: string) => void;
}

function hintOf(facts: GroupFacts): string | undefined {
  if (facts === undefined) return undefined;
  if (facts === 'new') return 'New name: a placeholder until the identity provider pushes it';
  return facts.placeholder ? 'Not pushed yet' : memberText(facts.member_count);
}

function GroupOption({ name, group }: { readonly name: string; readonly group: ReceivedGroup | undefined }) {
  const known = group?.placeholder ? 'Not pushed yet' : memberText(group?.member_count ?? 0);
  return (
    <div>
      <Text size="sm">{group ? name : `Use the name “${name}”`}</Text>
      <Text size="xs" c="dimmed">
        {group ? known : 'It becomes a placeholder until the identity provider pushes it.'}
      </Text>
    </div>
  );
}

/** Chooses a group that has been pushed, or names one that is still to come. */
export function GroupField({ value, error, onChange }: GroupFieldProps) {
  const [settled] = useDebouncedValue(value, PAUSE_MS);
  const found = useGroupSearch(settled);
  const facts = useGroupFacts(settled);
  const groups = new Map(found.data?.results.map((group) => [group.display_name, group]));
  const isNew = facts === 'new' && fold(settled) === fold(value);
  return (
    <Autocomplete
      label="Group"
      placeholder="Search, or type a new name"
      maxLength={LONGEST_NAME}
      data={isNew ? [...groups.keys(), value.trim()] : [...groups.keys()]}
      openOnFocus={false}
      filter={({ options }) => options}
      renderOption={({ option }) => <GroupOption name={option.value} group={groups.get(option.value)} />}
      value={value}
      onChange={onChange}
      error={error}
      description={fold(settled) === fold(value) ? hintOf(facts) : undefined}
      inputWrapperOrder={['label', 'input', 'description', 'error']}
    />
  );
}
