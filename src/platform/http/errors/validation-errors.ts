import type { ValidationError } from 'class-validator';
import { ValidationFailedError } from './rest-error.js';

/** The messages about a field and everything inside it. */
function messagesOf({ constraints, children }: ValidationError): string[] {
  return [...Object.values(constraints ?? {}), ...(children ?? []).flatMap(messagesOf)];
}

/** Turns the findings of class-validator into one list of messages for each field. */
export function toValidationFailedError(errors: readonly ValidationError[]): ValidationFailedError {
  return new ValidationFailedError(Object.fromEntries(errors.map((error) => [error.property, messagesOf(error)])));
}
