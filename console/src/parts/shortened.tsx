import { Button, Stack } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import { countText } from '../words/moments';

interface ShortenedProps<Item> {
  readonly items: readonly Item[];
  readonly limit?: number;
  /** What the items are, for the button: “projects”. */
  readonly what: string;
  readonly children: (items: readonly Item[]) => ReactNode;
}

/** The first of many items, and a button for the rest. */
export function Shortened<Item>({ items, limit = 25, what, children }: ShortenedProps<Item>) {
  const [whole, setWhole] = useState(false);
  if (whole || items.length <= limit) return <>{children(items)}</>;
  return (
    <Stack gap="sm" align="flex-start">
      {children(items.slice(0, limit))}
      <Button variant="subtle" size="compact-sm" onClick={() => setWhole(true)}>
        Show all {countText(items.length)} {what}
      </Button>
    </Stack>
  );
}
