import { parseDateTime, trimName } from '../../text/index.js';
import { InvalidValueError } from '../errors.js';
import type { Attribute, AttributeType } from './attribute.js';
import { checkText } from './check-text.js';

type Reader = (value: unknown, path: string) => string | number | boolean | undefined;

const BASE64 = /^[A-Za-z\d+/_-]*={0,2}$/;

const readers: Record<Exclude<AttributeType, 'complex'>, Reader> = {
  string: readText,
  reference: readText,
  boolean: readBoolean,
  integer: (value, path) => readNumber(value, path, 'an integer', Number.isSafeInteger),
  decimal: (value, path) => readNumber(value, path, 'a number', Number.isFinite),
  dateTime: (value, path) =>
    readPattern(value, path, 'a dateTime such as 2026-01-31T08:00:00Z', (text) => parseDateTime(text) !== undefined),
  binary: (value, path) => readPattern(value, path, 'base 64 text', (text) => BASE64.test(text)),
};

/**
 * Reads one value of a simple attribute and checks its type. The value stays as it was sent, but names and addresses
 * lose the blanks around them. Undefined means "unassigned": an empty string is what Okta pushes for an attribute that
 * its administrator emptied, and what Entra pushes to clear one. It is an error for numbers and booleans only.
 *
 * @throws InvalidValueError when the value does not have the type
 */
export function readScalar(attribute: Attribute, value: unknown, path: string): string | number | boolean | undefined {
  if (attribute.type === 'complex') throw new TypeError(`${attribute.name} is complex`);

  return readers[attribute.type](attribute.trimmed && typeof value === 'string' ? trimName(value) : value, path);
}

/** The error for a value of the wrong type; `expected` is a noun with its article. */
export function wrongType(path: string, expected: string): InvalidValueError {
  return new InvalidValueError(`${path} must be ${expected}.`);
}

/** Reads the strings "True" and "False", which Entra sends for booleans unless its `aadOptscim062020` flag is set. */
function booleanFromText(value: unknown): unknown {
  const text = typeof value === 'string' ? value.toLowerCase() : undefined;
  return text === 'true' || text === 'false' ? text === 'true' : value;
}

function readText(value: unknown, path: string): string | undefined {
  if (typeof value !== 'string') throw wrongType(path, 'a string');

  checkText(value, path);
  return value === '' ? undefined : value;
}

function readPattern(
  value: unknown,
  path: string,
  expected: string,
  accepts: (text: string) => boolean,
): string | undefined {
  if (typeof value !== 'string' || (value !== '' && !accepts(value))) throw wrongType(path, expected);

  return readText(value, path);
}

function readBoolean(value: unknown, path: string): boolean {
  const read = booleanFromText(value);
  if (typeof read !== 'boolean') throw wrongType(path, 'a boolean');

  return read;
}

function readNumber(value: unknown, path: string, expected: string, accepts: (value: number) => boolean): number {
  if (typeof value !== 'number' || !accepts(value)) throw wrongType(path, expected);

  return value;
}
