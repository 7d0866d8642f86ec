import { Anchor, Box, Divider, Group, Text, Title } from '@mantine/core';
import { Link } from 'react-router';
import { usePerson } from '../session/session';
import { CreateToken } from '../tokens/create-token';

/** Makes the token that an identity provider needs; only the Owner can. */
export function TokenForProvider({ provider }: { readonly provider: string }) {
  const owner = usePerson().role === 'OW';
  return (
    <Box id="token">
      <Divider mb="md" />
      <Group justify="space-between" gap="md">
        <Box maw={560}>
          <Title order={3}>Token</Title>
          <Text size="sm" c="dimmed" mt={2}>
            {owner ? (
              <>
                Make one for the identity provider alone, so that you can replace it without touching others. Yours are
                listed under{' '}
                <Anchor component={Link} to="/organization" inherit underline="always">
                  Organization
                </Anchor>
                .
              </>
            ) : (
              'Only the tokens of the Owner open SCIM. Ask the Owner of the organization to make one here.'
            )}
          </Text>
        </Box>
        {owner && <CreateToken suggestion={provider} />}
      </Group>
    </Box>
  );
}
