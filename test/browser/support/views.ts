import type { BrowserContextOptions } from 'playwright-core';

/** Every view of the console with an address of it, in an organization that `fillAcme` has filled. */
export const VIEWS: Readonly<Record<string, string>> = {
  connection: '/',
  mappings: '/mappings',
  people: '/people',
  person: '/people/2',
  manager: '/people/5',
  owner: '/people/1',
  groups: '/groups',
  group: '/groups/1',
  activity: '/activity',
  requests: '/requests',
  organization: '/organization',
  me: '/me',
  'not-found': '/nowhere',
};

/** Ways to look at a view. */
export const LOOKS: Readonly<Record<string, BrowserContextOptions>> = {
  light: { colorScheme: 'light' },
  dark: { colorScheme: 'dark' },
  narrow: { colorScheme: 'light', viewport: { width: 390, height: 844 } },
};
