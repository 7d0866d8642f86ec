import { Urn } from '../../scim/index.js';

const SEARCH = { schemas: [Urn.searchRequest], filter: 'displayName pr' };

export const SEARCH_OF_EVERYTHING = { ...SEARCH, count: 10 };

export const SEARCH_OF_ONE_TYPE = { ...SEARCH, sortBy: 'displayName' };
