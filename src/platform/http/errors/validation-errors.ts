import type { ValidationError } from 'class-validator';
import { ValidationFailedError } from './rest-error.js';

/** The messages about a field, and about whatever is inside of it. */
function messagesOf({ constraints, children }: ValidationError): string[] {
  return [...Object.values(constraints ?? {}), ...(children ?? []).flatMap(messagesOf)];
}

/** class-validator's findings, one list of messages for each field. */
export function toValidationFailedError(errors: readonly ValidationError[]): ValidationFailedError {
  return new ValidationFailedError(Object.fromEntries(errors.map((error) => [error.property, messagesOf(error)])));
}
