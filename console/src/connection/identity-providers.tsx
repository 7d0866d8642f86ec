import { Stack, Tabs } from '@mantine/core';
import { Loaded } from '../parts/loaded';
import { Section } from '../parts/section';
import { useViewParams } from '../parts/search-params';
import { AddressHint } from './address-hint';
import { EntraGuide } from './entra-guide';
import { OktaGuide } from './okta-guide';
import { OtherGuide } from './other-guide';
import { useBaseUrl } from './queries';
import { TokenForProvider } from './token-for-provider';

const PROVIDERS = [
  { value: 'okta', label: 'Okta', Guide: OktaGuide },
  { value: 'entra', label: 'Entra ID', Guide: EntraGuide },
  { value: 'other', label: 'Other', Guide: OtherGuide },
] as const;

const [OKTA] = PROVIDERS;

/** What to enter at each identity provider, including the token. */
export function IdentityProviders() {
  const params = useViewParams();
  const baseUrl = useBaseUrl();
  const chosen = PROVIDERS.find(({ value }) => value === params.get('provider')) ?? OKTA;
  return (
    <div id="provider">
      <Section title="Connect your identity provider" lead="Copy these values into its provisioning settings.">
        <Loaded query={baseUrl} what="the address of the server" lines={6}>
          {(address) => (
            <Stack gap="lg">
              <AddressHint address={address} />
              <Tabs
                value={chosen.value}
                keepMounted={false}
                onChange={(next) => params.set({ provider: next === OKTA.value ? undefined : (next ?? undefined) })}
              >
                <Tabs.List aria-label="Identity provider">
                  {PROVIDERS.map(({ value, label }) => (
                    <Tabs.Tab key={value} value={value}>
                      {label}
                    </Tabs.Tab>
                  ))}
                </Tabs.List>
                {PROVIDERS.map(({ value, Guide }) => (
                  <Tabs.Panel key={value} value={value} pt="lg">
                    <Guide address={address} />
                  </Tabs.Panel>
                ))}
              </Tabs>
              <TokenForProvider provider={chosen === PROVIDERS[2] ? '' : chosen.label} />
            </Stack>
          )}
        </Loaded>
      </Section>
    </div>
  );
}
