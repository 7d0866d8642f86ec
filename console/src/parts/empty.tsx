import { Center, Stack, Text, ThemeIcon } from '@mantine/core';
import { IconInbox } from '@tabler/icons-react';
import type { ReactNode } from 'react';

interface EmptyProps {
  readonly title: string;
  /** Why there is nothing, and what to do about it. */
  readonly children?: ReactNode;
}

/** Shown in place of an empty list. */
export function Empty({ title, children }: EmptyProps) {
  return (
    <Center py="xl">
      <Stack align="center" gap={6} maw={440}>
        <ThemeIcon size="xl" radius="xl" variant="light" color="gray">
          <IconInbox aria-hidden />
        </ThemeIcon>
        <Text fw={600}>{title}</Text>
        {children !== undefined && (
          <Text size="sm" c="dimmed" ta="center">
            {children}
          </Text>
        )}
      </Stack>
    </Center>
  );
}
