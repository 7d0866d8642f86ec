import { Group, Pagination, Text } from '@mantine/core';
import { countText } from '../words/moments';

interface PagerProps {
  readonly page: number;
  readonly size: number;
  /** Entries on all pages. */
  readonly count: number;
  readonly onPage: (page: number) => void;
}

/** Shows which entries of how many are visible, with buttons for the other pages. */
export function Pager({ page, size, count, onPage }: PagerProps) {
  const pages = Math.max(1, Math.ceil(count / size));
  const first = Math.min((page - 1) * size + 1, count);
  const last = Math.min(page * size, count);
  return (
    <Group justify="space-between" gap="sm" component="nav" aria-label="Pages">
      <Text size="sm" c="dimmed" role="status">
        {count === 0 ? 'None' : `${countText(first)}–${countText(last)} of ${countText(count)}`}
      </Text>
      {pages > 1 && (
        <Pagination
          size="sm"
          total={pages}
          value={Math.min(page, pages)}
          onChange={onPage}
          siblings={1}
          getItemProps={(number) => ({ 'aria-label': `Page ${number}` })}
          getControlProps={(control) => ({ 'aria-label': `${control} page` })}
        />
      )}
    </Group>
  );
}
