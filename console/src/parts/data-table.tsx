import { Table } from '@mantine/core';
import type { ReactNode } from 'react';
import { SortHead, type Sorting } from './sort-head';

interface DataTableProps {
  /** What the table lists, for people who cannot see it. */
  readonly caption: string;
  readonly heads: readonly ReactNode[];
  /** Makes some of the heads sort the table. */
  readonly sorting?: Sorting;
  /** Rows (`Table.Tr`). */
  readonly children: ReactNode;
  readonly minWidth?: number;
}

/** A table that scrolls sideways when the screen is narrower; with the keyboard, too. */
export function DataTable({ caption, heads, sorting, children, minWidth = 560 }: DataTableProps) {
  return (
    <div role="region" aria-label={caption} tabIndex={0} className="scrolls-sideways">
      <Table miw={minWidth} aria-label={caption}>
        <Table.Thead>
          <Table.Tr>
            {heads.map((head, at) => {
              const key = sorting?.keys[at];
              if (sorting && key !== undefined) {
                return (
                  <SortHead key={at} name={key} by={sorting.by} onSort={sorting.onSort}>
                    {head}
                  </SortHead>
                );
              }
              return (
                <Table.Th key={at} scope="col">
                  {head}
                </Table.Th>
              );
            })}
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>{children}</Table.Tbody>
      </Table>
    </div>
  );
}
