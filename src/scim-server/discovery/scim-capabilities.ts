import { type Capabilities, DEFAULT_PAGE_SIZE, MAX_PAGE_SIZE } from '../../scim/index.js';
import type { Environment } from '../../platform/environment.js';

const MEBIBYTE = 1_048_576;
const BULK_OPERATIONS = 1_000;

/** What the server really does; ServiceProviderConfig takes it from here alone. */
export function capabilitiesOf(environment: Environment): Capabilities {
  return {
    patch: true,
    bulk: { supported: true, maxOperations: BULK_OPERATIONS, maxPayloadSize: environment.BODY_LIMIT_MB * MEBIBYTE },
    filter: { supported: true, maxResults: MAX_PAGE_SIZE },
    changePassword: false,
    sort: true,
    etag: true,
    pagination: {
      cursor: true,
      index: true,
      defaultPaginationMethod: 'index',
      defaultPageSize: DEFAULT_PAGE_SIZE,
      maxPageSize: MAX_PAGE_SIZE,
    },
  };
}
