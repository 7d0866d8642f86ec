import { InvalidSyntaxError, InvalidValueError, ScimError } from '../errors.js';
import { checkMessageSchemas, member } from '../message.js';
import { isJsonObject } from '../schema/json-object.js';
import { Urn } from '../urns.js';
import { readBulkOperation, type BulkOperation } from './bulk-operation.js';

/** A bulk request (RFC 7644 §3.7). */
export interface BulkRequest {
  /** How many failures end the request; undefined when it goes on regardless. */
  readonly failOnErrors?: number;
  readonly operations: readonly BulkOperation[];
}

/**
 * Reads a bulk request. Problems of a single operation are kept with that operation, so that the others can be done.
 *
 * @throws InvalidSyntaxError when the body is not a BulkRequest
 * @throws InvalidValueError when `failOnErrors` is not a count of failures, or two operations create under the same
 *   `bulkId`
 * @throws ScimError with status 413 when there are more than `maxOperations` (RFC 7644 §3.7.4)
 */
export function parseBulkRequest(body: unknown, maxOperations: number): BulkRequest {
  if (!isJsonObject(body)) throw new InvalidSyntaxError('The body must be a JSON object with "Operations".');

  checkMessageSchemas(body, Urn.bulkRequest);
  const list = member(body, 'Operations');
  if (!Array.isArray(list) || list.length === 0)
    throw new InvalidSyntaxError('"Operations" must be a list of at least one operation.');

  if (list.length > maxOperations) {
    throw new ScimError(
      413,
      `A bulk request has at most ${maxOperations} operations, and this one has ${list.length}.`,
    );
  }
  const failOnErrors = readFailOnErrors(member(body, 'failOnErrors'));
  const operations = list.map(readBulkOperation);
  checkBulkIds(operations);
  return { failOnErrors, operations };
}

/** Reads `failOnErrors`; 0 counts as not set, because a request cannot end after no failures. */
function readFailOnErrors(value: unknown): number | undefined {
  if (value === undefined || value === null || value === 0) return undefined;

  if (typeof value !== 'number' || !Number.isInteger(value) || value < 1)
    throw new InvalidValueError('"failOnErrors" must be an integer of at least 1.');

  return value;
}

function checkBulkIds(operations: readonly BulkOperation[]): void {
  const seen = new Set<string>();
  for (const { method, bulkId } of operations) {
    if (method === 'POST' && bulkId !== undefined) {
      if (seen.has(bulkId))
        throw new InvalidValueError(`Two operations create a resource under the bulkId "${bulkId}".`);

      seen.add(bulkId);
    }
  }
}
