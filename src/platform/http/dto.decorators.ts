import { applyDecorators } from '@nestjs/common';
import { IsInt, Max, Min, registerDecorator, ValidateIf } from 'class-validator';
import { fitsIndex } from '../storable-text.js';

/** Largest number of PostgreSQL's `integer`, which is what ids are. */
export const MAX_ID = 2_147_483_647;

/** For a field that may be missing but not null; `IsOptional` lets both pass. */
export const IfGiven = () => ValidateIf((_, value) => value !== undefined);

/** For the id of something, which may or may not exist. */
export const IsId = () => applyDecorators(IsInt(), Min(1), Max(MAX_ID));

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
