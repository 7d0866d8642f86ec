import type { ValidationError } from 'class-validator';
import { ValidationFailedError } from './rest-error.js';

/** class-validator's findings, one list of messages for each field. */
export function toValidationFailedError(errors: readonly ValidationError[]): ValidationFailedError {
  return new ValidationFailedError(
    Object.fromEntries(errors.map(({ property, constraints }) => [property, Object.values(constraints ?? {})])),
  );
}
