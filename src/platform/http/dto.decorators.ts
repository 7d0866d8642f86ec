import { applyDecorators, type Type } from '@nestjs/common';
import { ApiProperty } from '@nestjs/swagger';
import { Transform } from 'class-transformer';
import {
  ArrayMaxSize,
  IsArray,
  IsBoolean,
  IsInt,
  IsOptional,
  Max,
  Min,
  registerDecorator,
  ValidateIf,
} from 'class-validator';
import { fitsIndex } from '../storable-text.js';

/** Largest number of PostgreSQL's `integer`, which is what ids are. */
export const MAX_ID = 2_147_483_647;

/** For a field that may be missing. Null in a body counts as missing, unless {@link NullClears} says otherwise. */
export const IfGiven = () => ValidateIf((_, value) => value !== undefined);

const NULL_CLEARS = Symbol('null clears');

/**
 * For an optional field of a body whose value null removes. In all other fields null counts as not given, which is how
 * LSE's clients send it.
 */
export const NullClears = () => applyDecorators(IsOptional(), Reflect.metadata(NULL_CLEARS, true));

/** Whether null in a field of a body removes the value. */
export function nullClears(dto: Type, field: string): boolean {
  return Reflect.hasMetadata(NULL_CLEARS, dto.prototype as object, field);
}

const WHOLE_NUMBER = /^-?\d{1,15}$/;
const TRUTH: Readonly<Record<string, boolean>> = { true: true, false: false, '1': true, '0': false };

/** How many entries a list in a request may have. */
export const MAX_LISTED = 100_000;

/** Reads text as a number if it is one; query strings and forms have nothing but text. */
function numberOf(value: unknown): unknown {
  return typeof value === 'string' && WHOLE_NUMBER.test(value) ? Number(value) : value;
}

/** For a whole number, also as text. */
export const FromText = () => Transform(({ value }: { value: unknown }) => numberOf(value));

/**
 * For a field that a form can clear: empty text becomes null, which forms do not have. Must stand above the other
 * transformations.
 */
export const EmptyIsNull = () => Transform(({ value }: { value: unknown }) => (value === '' ? null : value));

/** For true or false, also as text. */
export const IsTruth = () =>
  applyDecorators(
    Transform(({ value }: { value: unknown }) =>
      typeof value === 'string' ? (TRUTH[value.toLowerCase()] ?? value) : value,
    ),
    IsBoolean(),
  );

/** An id in the OpenAPI document. */
const ID = { type: 'integer', minimum: 1, maximum: MAX_ID } as const;

/** For an id, also as text; it need not exist. */
export const IsId = () => applyDecorators(ApiProperty(ID), FromText(), IsInt(), Min(1), Max(MAX_ID));

/**
 * For a list of words, also as text with commas between them. Empty text is a list of one empty word, not an empty
 * list.
 */
export const FromCommas = () =>
  Transform(({ value }: { value: unknown }) => {
    const words = typeof value === 'string' ? value.split(',').filter((part) => part !== '') : value;
    return Array.isArray(words) && words.length === 0 && value === '' ? [''] : words;
  });

/** For a list of ids, also as text with commas between them (`1,2`). */
export const IsIds = () =>
  applyDecorators(
    ApiProperty({ type: 'array', items: ID }),
    Transform(({ value }: { value: unknown }) => {
      // one more than allowed, so that too long a list is refused without reading the rest
      const parts = typeof value === 'string' ? value.split(',', MAX_LISTED + 1).filter((part) => part !== '') : value;
      return Array.isArray(parts) ? parts.map(numberOf) : typeof parts === 'number' ? [parts] : parts;
    }),
    IsArray(),
    ArrayMaxSize(MAX_LISTED),
    IsInt({ each: true }),
    Min(1, { each: true }),
    Max(MAX_ID, { each: true }),
  );

/**
 * Refuses filters of LSE's on facts that are not recorded here. If they were ignored, a list would name users who do
 * not match, and clients deactivate and remove the users in a list.
 */
export function RefusesFilters(...names: readonly string[]): ClassDecorator {
  return (target) => {
    for (const propertyName of names) {
      registerDecorator({
        name: 'refusedFilter',
        target,
        propertyName,
        options: { message: '$property is not recorded here, so nobody can be selected by it' },
        validator: { validate: (value) => value === undefined },
      });
    }
  };
}

/** For a name that is kept unique, and so must fit into an index entry. */
export function FitsIndex(): PropertyDecorator {
  return (target, propertyName) => {
    registerDecorator({
      name: 'fitsIndex',
      target: target.constructor,
      propertyName: String(propertyName),
      options: { message: '$property is too long for a name in this script' },
      validator: { validate: (value) => typeof value === 'string' && fitsIndex(value) },
    });
  };
}
