import { Group, Table, UnstyledButton } from '@mantine/core';
import { IconArrowDown, IconArrowsSort, IconArrowUp } from '@tabler/icons-react';
import type { ReactNode } from 'react';

/** What a table is sorted by, in the server's words: with a minus in front it is the other way around. */
export interface Sorting {
  /** For each column what sorts by it; undefined where nothing does. */
  readonly keys: readonly (string | undefined)[];
  readonly by: string | undefined;
  readonly onSort: (by: string) => void;
}

interface SortHeadProps {
  readonly name: string;
  readonly by: string | undefined;
  readonly onSort: (by: string) => void;
  readonly children: ReactNode;
}

/** The head of a column that sorts by it; once more turns the order around. */
export function SortHead({ name, by, onSort, children }: SortHeadProps) {
  const ascending = by === name;
  const descending = by === `-${name}`;
  const Icon = ascending ? IconArrowUp : descending ? IconArrowDown : IconArrowsSort;
  return (
    <Table.Th scope="col" aria-sort={ascending ? 'ascending' : descending ? 'descending' : 'none'}>
      <UnstyledButton fz="inherit" fw="inherit" onClick={() => onSort(ascending ? `-${name}` : name)}>
        <Group gap={4} wrap="nowrap" component="span">
          {children}
          <Icon size={14} aria-hidden opacity={ascending || descending ? 1 : 0.45} />
        </Group>
      </UnstyledButton>
    </Table.Th>
  );
}
