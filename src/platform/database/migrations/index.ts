import { InitialSchema } from './0001-initial-schema.js';
import { SearchAndStatus } from './0002-search-and-status.js';
import { KeysAndCauses } from './0003-keys-and-causes.js';

/** Every migration, oldest first. A migration that has been released is never edited. */
export const migrations = [
  { name: '0001-initial-schema', class: InitialSchema },
  { name: '0002-search-and-status', class: SearchAndStatus },
  { name: '0003-keys-and-causes', class: KeysAndCauses },
];
