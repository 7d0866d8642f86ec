import type { ScimErrorBody } from '../errors.js';
import { Urn } from '../urns.js';

/** The result of one operation (RFC 7644 §3.7); `status` is a string there. */
export interface BulkOperationResponse {
  method: string;
  bulkId?: string;
  version?: string;
  location?: string;
  status: string;
  /** Why it failed. */
  response?: ScimErrorBody;
}

/** The answer to a bulk request. */
export interface BulkResponse {
  schemas: [typeof Urn.bulkResponse];
  Operations: BulkOperationResponse[];
}

/** Puts the results of the operations into a message, in the order in which the operations were sent. */
export function bulkResponse(operations: readonly BulkOperationResponse[]): BulkResponse {
  return { schemas: [Urn.bulkResponse], Operations: [...operations] };
}
