import { type ArgumentMetadata, type Type, ValidationPipe } from '@nestjs/common';
import { NotFoundError } from '../errors.js';
import { isStorable } from '../storable-text.js';
import { MAX_ID, MAX_LISTED, nullClears } from './dto.decorators.js';
import { ValidationFailedError } from './errors/rest-error.js';
import { toValidationFailedError } from './errors/validation-errors.js';
import { currentContext } from './request-context.js';

/** How deep objects and lists may nest in input; every DTO needs less. */
const MAX_DEPTH = 32;

const ID = /^\d{1,10}$/;

/** The fault of a field, for any use of it. It walks without recursion, because the client decides the depth. */
function faultOf(field: unknown): string | undefined {
  const pending: [value: unknown, depth: number][] = [[field, 1]];
  for (let next = pending.pop(); next; next = pending.pop()) {
    const [value, depth] = next;
    if (typeof value === 'string' && !isStorable(value)) return 'must not contain NUL or half of a surrogate pair';
    if (typeof value !== 'object' || value === null) continue;
    if (depth > MAX_DEPTH) return 'is nested too deeply';
    if (Array.isArray(value) && value.length > MAX_LISTED) return `must have no more than ${MAX_LISTED} entries`;
    for (const inner of Object.values(value)) pending.push([inner, depth + 1]);
  }
  return undefined;
}

/**
 * Refuses an empty parameter of a request that changes something. Read as "no restriction", it would make the change
 * reach further than the client meant: `?all=true&search=` would remove everybody.
 */
function refusalOfEmpty(field: unknown): string | undefined {
  return field === '' ? 'is empty: leave it out, or say what it is' : undefined;
}

function isWrite(): boolean {
  return !['GET', 'HEAD'].includes(currentContext().method ?? 'GET');
}

function fieldsOf(value: unknown, name: string | undefined): [field: string, value: unknown][] {
  if (name !== undefined) return [[name, value]];
  return typeof value === 'object' && value !== null ? Object.entries(value) : [];
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** A body without its null fields, except those whose null removes the value. */
function withoutNulls(body: Record<string, unknown>, dto: Type): Record<string, unknown> {
  const given = Object.entries(body).filter(([field, value]) => value !== null || nullClears(dto, field));
  return Object.fromEntries(given);
}

/**
 * Applies class-validator's rules for every DTO, and before them the rules for all input of REST: ids in a path are
 * possible ids, no field has what the database cannot store, a body is an object, and a null field counts as missing.
 * SCIM bodies have rules of their own.
 */
export class InputPipe extends ValidationPipe {
  constructor() {
    super({ transform: true, whitelist: true, exceptionFactory: toValidationFailedError });
  }

  /**
   * @throws NotFoundError for a path with an impossible id
   * @throws ValidationFailedError with a message for each field at fault, or for a missing body
   */
  override async transform(value: unknown, metadata: ArgumentMetadata): Promise<unknown> {
    if (metadata.type === 'param' && metadata.metatype === Number) this.refuseStrangeId(value);
    if (metadata.type === 'query' || (metadata.type === 'body' && metadata.metatype !== Object))
      this.refuseFaults(faultOf, value, metadata.data);

    if (metadata.type === 'query' && isWrite()) this.refuseFaults(refusalOfEmpty, value, metadata.data);
    const input = metadata.type === 'body' && this.toValidate(metadata) ? this.readBody(value, metadata) : value;
    return super.transform(input, metadata);
  }

  private readBody(value: unknown, { metatype, data }: ArgumentMetadata): unknown {
    if (metatype === undefined || data !== undefined) return value;
    if (isObject(value)) return withoutNulls(value, metatype);
    throw new ValidationFailedError({ non_field_errors: ['The body must be a JSON object with the fields to set.'] });
  }

  private refuseStrangeId(value: unknown): void {
    if (typeof value === 'string' && ID.test(value) && Number(value) <= MAX_ID) return;
    throw new NotFoundError('There is nothing at this path: it needs the id of something, a whole number');
  }

  private refuseFaults(rule: (field: unknown) => string | undefined, value: unknown, name: string | undefined): void {
    const faults = fieldsOf(value, name).flatMap(([field, content]) => {
      const fault = rule(content);
      return fault === undefined ? [] : [[field, [`${field} ${fault}`]] as const];
    });
    if (faults.length > 0) throw new ValidationFailedError(Object.fromEntries(faults));
  }
}
