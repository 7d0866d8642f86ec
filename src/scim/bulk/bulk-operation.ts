import { InvalidSyntaxError, InvalidValueError, ScimError } from '../errors.js';
import { member } from '../message.js';
import { isJsonObject, type JsonObject } from '../schema/json-object.js';
import { referencesIn } from './references.js';

const methods = ['POST', 'PUT', 'PATCH', 'DELETE'] as const;

/** The methods of a bulk operation (RFC 7644 §3.7). */
export type BulkMethod = (typeof methods)[number];

/** One operation of a bulk request, as sent. */
export interface BulkOperation {
  /** As sent if it is not a method that an operation may have. */
  readonly method: string;
  readonly bulkId?: string;
  readonly path: string;
  /** The version that the resource must have (RFC 7644 §3.14). */
  readonly version?: string;
  readonly data: unknown;
  /** The bulkIds that this operation refers to: resources that the same request creates. */
  readonly references: ReadonlySet<string>;
  /** Set when the operation cannot be done at all: why. */
  readonly problem?: ScimError;
}

/** The resource that an operation is about, or the type of the resource that it creates. */
export interface BulkTarget {
  /** With its leading slash: `/Users`. */
  readonly endpoint: string;
  /** Absent when a resource is to be created. */
  readonly id?: string;
}

/**
 * Reads one operation and keeps what is wrong with it in `problem`.
 *
 * @throws InvalidSyntaxError when it is not even an object
 */
export function readBulkOperation(input: unknown): BulkOperation {
  if (!isJsonObject(input)) throw new InvalidSyntaxError('Each of "Operations" must be an object.');

  const method = readText(input, 'method') ?? '';
  const path = readText(input, 'path') ?? '';
  const known = methods.find((candidate) => candidate === method.toUpperCase());
  const operation = {
    method: known ?? method,
    bulkId: readText(input, 'bulkId'),
    path,
    version: readText(input, 'version'),
    data: member(input, 'data'),
  };
  const references = new Set<string>();
  const problem = refusal(() => {
    check(operation, known, input);
    for (const name of referencesIn(operation.data, path)) references.add(name);
  });
  return { ...operation, references, problem };
}

/** Whether a bulk operation may have this method. */
export function isBulkMethod(method: string): method is BulkMethod {
  return methods.some((candidate) => candidate === method);
}

/**
 * Splits the path of an operation into its parts: `/Users` or `/Users/<id>`, below the base URL.
 *
 * @throws InvalidValueError when it has neither form, or is not percent-encoded correctly
 */
export function parseBulkPath(path: string): BulkTarget {
  const [, name, id] = /^\/?([^/?#]+)(?:\/([^/?#]+))?\/?$/.exec(path) ?? [];
  if (name === undefined || name.toLowerCase().startsWith('bulkid:'))
    throw new InvalidValueError(`"${path}" is no path of a bulk operation: /Users or /Users/<id>, for example.`);

  try {
    return { endpoint: `/${decodeURIComponent(name)}`, id: id === undefined ? undefined : decodeURIComponent(id) };
  } catch (error) {
    throw error instanceof URIError
      ? new InvalidValueError(`The path "${path}" is not percent-encoded correctly.`)
      : error;
  }
}

function check(operation: Omit<BulkOperation, 'references'>, method: BulkMethod | undefined, input: JsonObject): void {
  if (!method) throw new InvalidSyntaxError(`The "method" of an operation must be one of ${methods.join(', ')}.`);

  for (const name of ['bulkId', 'version', 'path']) {
    const value = member(input, name) ?? undefined;
    if (value !== undefined && typeof value !== 'string')
      throw new InvalidSyntaxError(`The "${name}" of an operation must be a string.`);
  }
  if (operation.path === '') throw new InvalidSyntaxError('An operation needs a "path".');

  checkAim(method, operation);
  if (method !== 'DELETE' && !isJsonObject(operation.data))
    throw new InvalidSyntaxError(`An operation ${method} needs "data", which is an object.`);
}

function checkAim(method: BulkMethod, { path, bulkId }: Omit<BulkOperation, 'references'>): void {
  const { id } = parseBulkPath(path);
  if (method === 'POST' && id !== undefined)
    throw new InvalidValueError(`"${path}" names a resource; POST creates one, at /Users for example.`);

  if (method === 'POST' && !bulkId) throw new InvalidValueError('An operation POST needs a "bulkId".');

  if (method !== 'POST' && id === undefined)
    throw new InvalidValueError(`"${path}" names no resource; ${method} needs /Users/<id>, for example.`);
}

function readText(input: JsonObject, name: string): string | undefined {
  const value = member(input, name);
  return typeof value === 'string' ? value : undefined;
}

function refusal(action: () => void): ScimError | undefined {
  try {
    action();
    return undefined;
  } catch (error) {
    if (error instanceof ScimError) return error;

    throw error;
  }
}
