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

/** For a field that may be missing; null in a body is as good as missing, unless {@link NullClears} says otherwise. */
export const IfGiven = () => ValidateIf((_, value) => value !== undefined);

const NULL_CLEARS = Symbol('null clears');

/**
 * For an optional field of a body to which null means "none": what the field holds is taken away. Everywhere else null
 * is read as not given, as LSE's clients send it.
 */
export const NullClears = () => applyDecorators(IsOptional(), Reflect.metadata(NULL_CLEARS, true));

/** Whether null in a field of a body means something. */
export function nullClears(dto: Type, field: string): boolean {
  return Reflect.hasMetadata(NULL_CLEARS, dto.prototype as object, field);
}

const WHOLE_NUMBER = /^-?\d{1,15}$/;
const TRUTH: Readonly<Record<string, boolean>> = { true: true, false: false, '1': true, '0': false };

/** Entries that a list in a request may have. */
export const MAX_LISTED = 100_000;

/** What text stands for where a number is due; query strings and forms have nothing but text. */
function numberOf(value: unknown): unknown {
  return typeof value === 'string' && WHOLE_NUMBER.test(value) ? Number(value) : value;
}

/** For a whole number, also as text. */
export const FromText = () => Transform(({ value }: { value: unknown }) => numberOf(value));

/** For a field that a form empties, since it has no null: empty text is null. Stands above the other transformations. */
export const EmptyIsNull = () => Transform(({ value }: { value: unknown }) => (value === '' ? null : value));

/** For true or false, also as text. */
export const IsTruth = () =>
  applyDecorators(
    Transform(({ value }: { value: unknown }) =>
      typeof value === 'string' ? (TRUTH[value.toLowerCase()] ?? value) : value,
    ),
    IsBoolean(),
  );

/** An id as the OpenAPI document has it. */
const ID = { type: 'integer', minimum: 1, maximum: MAX_ID } as const;

/** For the id of something, which may or may not exist; also as text. */
export const IsId = () => applyDecorators(ApiProperty(ID), FromText(), IsInt(), Min(1), Max(MAX_ID));

/** For a list of words, also as text with commas between them. Empty text is one empty word, and not no word at all. */
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
      // one more than may be, so that the list is refused without a look at the rest
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
 * Filters of LSE's by what is not recorded here. They are refused: a list that left them out of account would name people
 * who do not fit, and clients deactivate and remove whom a list names.
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

/** For a name that is kept unique, and so must fit an index entry. */
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
