import { Group, Table, UnstyledButton } from '@mantine/core';
import { IconArrowDown, IconArrowsSort, IconArrowUp } from '@tabler/icons-react';
import type { ReactNode } from 'react';

/** The order of a table, in the server's words: a leading minus reverses it. */
export interface Sorting {
  /** The sort key of each column; undefined if it has none. */
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

/** The head of a column that sorts by it; clicking again reverses the order. */
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
