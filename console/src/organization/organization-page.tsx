import { SimpleGrid } from '@mantine/core';
import { Loaded } from '../parts/loaded';
import { Page } from '../parts/page';
import { CheckSection } from './check-section';
import { DefaultRoleSection } from './default-role-section';
import { ManualSection } from './manual-section';
import { useOrganization } from './queries';
import { SeatsSection } from './seats-section';
import { TitleSection } from './title-section';
import { TokensSection } from './tokens-section';

/** The settings of the organization, and the person's own tokens. */
export default function OrganizationPage() {
  const organization = useOrganization();
  return (
    <Page title="Organization" lead="What holds for everybody, and the tokens that open the API.">
      <Loaded query={organization} what="the organization" lines={8}>
        {(current) => (
          <>
            <SimpleGrid cols={{ base: 1, md: 2 }} spacing="lg">
              <TitleSection organization={current} />
              <DefaultRoleSection organization={current} />
            </SimpleGrid>
            <SeatsSection organization={current} />
            <ManualSection organization={current} />
          </>
        )}
      </Loaded>
      <TokensSection />
      <CheckSection />
    </Page>
  );
}
