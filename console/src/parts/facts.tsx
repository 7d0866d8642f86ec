import { Box, SimpleGrid, Text } from '@mantine/core';
import type { ReactNode } from 'react';

interface FactProps {
  readonly name: string;
  readonly children: ReactNode;
}

/** A name and its value, in a list of `Facts`. */
export function Fact({ name, children }: FactProps) {
  return (
    <Box miw={0}>
      <Text component="dt" size="xs" c="dimmed">
        {name}
      </Text>
      <Text component="dd" size="sm" m={0} style={{ overflowWrap: 'anywhere' }}>
        {children}
      </Text>
    </Box>
  );
}

interface FactsProps {
  /** How many are beside each other if there is room. */
  readonly columns?: number;
  readonly children: ReactNode;
}

/** Names with their values: a description list. */
export function Facts({ columns = 1, children }: FactsProps) {
  return (
    <SimpleGrid component="dl" cols={{ base: 1, sm: columns }} spacing="lg" verticalSpacing="xs" m={0}>
      {children}
    </SimpleGrid>
  );
}
