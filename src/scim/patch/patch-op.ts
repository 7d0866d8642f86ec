import { InvalidPathError, InvalidSyntaxError, InvalidValueError, NoTargetError } from '../errors.js';
import { checkMessageSchemas, member } from '../message.js';
import { isJsonObject, type JsonObject } from '../schema/json-object.js';
import type { ResourceType, Schema } from '../schema/schema.js';
import { Urn } from '../urns.js';
import { isPathLike, readPath, readVerb, unassigns } from './normalize.js';
import type { PatchOperation, PatchVerb } from './operation.js';
import { resolveSchema, resolveTarget } from './target.js';

/**
 * Reads a PATCH message (RFC 7644 §3.5.2) into operations on attributes of the type. An operation without path becomes
 * one per key of its value, and so does one on a whole extension. Those on attributes that the type lacks are dropped,
 * so the result may be empty.
 *
 * @throws InvalidSyntaxError when the body is not a PatchOp message, or `remove` has a value under another name
 * @throws InvalidPathError, InvalidFilterError when a path, or the filter in it, does not parse
 * @throws NoTargetError when `remove` has no path
 * @throws InvalidValueError when `add` or `replace` has no value
 */
export function parsePatchOp(body: unknown, resourceType: ResourceType): PatchOperation[] {
  if (!isJsonObject(body)) throw new InvalidSyntaxError('The body must be a JSON object with "Operations".');

  checkMessageSchemas(body, Urn.patchOp);
  const operations = member(body, 'Operations');
  if (!Array.isArray(operations) || operations.length === 0)
    throw new InvalidSyntaxError('"Operations" must be a list of at least one operation.');

  return operations.flatMap((operation: unknown) => parseOperation(operation, resourceType));
}

function parseOperation(operation: unknown, resourceType: ResourceType): PatchOperation[] {
  if (!isJsonObject(operation)) throw new InvalidSyntaxError('Each of "Operations" must be an object.');

  const op = readVerb(member(operation, 'op'));
  if (!op) throw new InvalidSyntaxError('The "op" of an operation must be "add", "remove" or "replace".');

  const path = readPath(member(operation, 'path'));
  const value = member(operation, 'value');
  if (path !== undefined && typeof path !== 'string')
    throw new InvalidPathError('The "path" of an operation must be a string.');

  if (op === 'remove') {
    if (value === undefined) refuseValueByAnotherName(operation);

    return parseRemove(path, value, resourceType);
  }
  if (value === undefined) throw new InvalidValueError(`An operation "${op}" needs a "value".`);

  return path === undefined
    ? expand(op, value, resourceType, resourceType.schema, false)
    : parseWrite(op, path, value, resourceType);
}

/**
 * Refuses a `remove` whose value has a misspelt name: without `value` it would remove everything that its path names.
 * Plain text under other names is harmless: Entra sends `"name": "removeMember"`.
 */
function refuseValueByAnotherName(operation: JsonObject): void {
  const stray = Object.entries(operation).find(
    ([name, value]) => /^val/i.test(name) || (typeof value === 'object' && value !== null),
  );
  if (stray) {
    throw new InvalidSyntaxError(
      `An operation "remove" has no ${JSON.stringify(stray[0].slice(0, 100))}; what to remove is its "value".`,
    );
  }
}

function parseRemove(path: string | undefined, value: unknown, resourceType: ResourceType): PatchOperation[] {
  if (path === undefined) throw new NoTargetError('An operation "remove" needs a "path".');

  const schema = resolveSchema(path, resourceType);
  if (schema) return removeAll(schema, resourceType, true);

  const target = resolveTarget(path, resourceType);
  return target ? [{ op: 'remove', target, value, explicit: true }] : [];
}

function parseWrite(op: PatchVerb, path: string, value: unknown, resourceType: ResourceType): PatchOperation[] {
  const schema = resolveSchema(path, resourceType);
  if (schema) return expand(op, value, resourceType, schema, true);

  const target = resolveTarget(path, resourceType);
  return target ? [{ op, target, value, explicit: true }] : [];
}

/**
 * Splits a value into one operation per key. The value stands for a whole resource or, below an extension's URN, for
 * that extension.
 */
function expand(
  op: PatchVerb,
  value: unknown,
  resourceType: ResourceType,
  schema: Schema,
  explicit: boolean,
): PatchOperation[] {
  const core = schema === resourceType.schema;
  if (!core && unassigns(value)) return op === 'replace' ? removeAll(schema, resourceType, explicit) : [];

  if (!isJsonObject(value))
    throw new InvalidValueError(`The value of an operation on ${core ? 'the resource' : schema.id} must be an object.`);

  const prefix = core ? '' : `${schema.id}:`;
  return Object.entries(value).flatMap(([key, item]) => {
    const extension = core ? resolveSchema(key, resourceType) : undefined;
    if (extension && extension !== schema) return expand(op, item, resourceType, extension, explicit);

    const target = isPathLike(key) ? resolveTarget(`${prefix}${key}`, resourceType) : undefined;
    return target ? [{ op, target, value: item, explicit }] : [];
  });
}

function removeAll(schema: Schema, resourceType: ResourceType, explicit: boolean): PatchOperation[] {
  return schema.attributes.flatMap(({ name }): PatchOperation[] => {
    const target = resolveTarget(`${schema.id}:${name}`, resourceType);
    return target ? [{ op: 'remove', target, explicit }] : [];
  });
}
