import { Alert, Code } from '@mantine/core';
import { IconInfoCircle } from '@tabler/icons-react';

const HERE = /^(localhost|.*\.localhost|127(\.\d+){3}|\[::1\]|0\.0\.0\.0)$/;

/** Why an identity provider could not reach an address from outside; undefined if it could. */
function obstacle({ hostname, protocol }: URL): string | undefined {
  if (HERE.test(hostname)) return 'This address leads to the machine itself.';
  if (protocol !== 'https:') return 'This address is not encrypted.';
  return hostname.includes('_') ? 'Okta does not accept an underscore in an address.' : undefined;
}

/** Warns of a base URL that an identity provider cannot use. */
export function AddressHint({ address }: { readonly address: string }) {
  const what = obstacle(new URL(address));
  if (what === undefined) return null;
  return (
    <Alert color="yellow" icon={<IconInfoCircle aria-hidden />} title={what}>
      Identity providers call from outside, over https. Put a proxy with a certificate in front of the server, set{' '}
      <Code>PUBLIC_URL</Code> to its address, such as <Code>https://rolecall.example.com</Code>, and start the server
      again: then the address here is the one to copy.
    </Alert>
  );
}
