import { Box, List, SimpleGrid, Stack, Title } from '@mantine/core';
import type { ReactNode } from 'react';

/** The properties of every guide. */
export interface GuideProps {
  /** The SCIM base URL. */
  readonly address: string;
}

interface GuideLayoutProps {
  /** The fields, named as the identity provider names them. */
  readonly fields: ReactNode;
  readonly steps: readonly ReactNode[];
}

/** The values to enter, beside the steps that lead to the fields. */
export function Guide({ fields, steps }: GuideLayoutProps) {
  return (
    <SimpleGrid cols={{ base: 1, md: 2 }} spacing="xl" verticalSpacing="lg">
      <Box>
        <Title order={3} mb="sm">
          Values
        </Title>
        <Stack gap="md">{fields}</Stack>
      </Box>
      <Box>
        <Title order={3} mb="sm">
          Steps
        </Title>
        <List type="ordered" spacing="xs" size="sm">
          {steps.map((step, at) => (
            <List.Item key={at}>{step}</List.Item>
          ))}
        </List>
      </Box>
    </SimpleGrid>
  );
}
