import { InvalidSyntaxError } from './errors.js';
import { parseListQuery, type ListQuery } from './list-query.js';
import { checkMessageSchemas } from './message.js';
import { isJsonObject } from './schema/json-object.js';
import { Urn } from './urns.js';

/**
 * Reads the body of a POST to `/.search` (RFC 7644 §3.4.3): the parameters of a list request. Their names are read
 * without case.
 *
 * @throws InvalidSyntaxError when the body is not a SearchRequest
 * @throws InvalidValueError, InvalidCountError as `parseListQuery` does
 */
export function parseSearchRequest(body: unknown): ListQuery {
  if (!isJsonObject(body)) throw new InvalidSyntaxError('The body must be a JSON object: a SearchRequest.');

  checkMessageSchemas(body, Urn.searchRequest);
  return parseListQuery(body);
}
