import { ScimError, type ScimType } from '../../scim/index.js';
import {
  type AppError,
  type Failure,
  MalformedRequestError,
  SensitiveError,
  UniquenessError,
} from '../../platform/errors.js';
import type { ErrorForm } from '../../platform/http/errors/error-form.js';
import { failureOf } from '../../platform/http/errors/failure-of.js';
import { ValidationFailedError } from '../../platform/http/errors/rest-error.js';

/** Media type of every SCIM answer. It has no parameters, and is UTF-8 as all JSON (RFC 7644 §8.1). */
export const SCIM_CONTENT_TYPE = 'application/scim+json';

/** SCIM's `scimType` for errors that the protocol kit does not raise (RFC 7644 §3.12); other errors have none. */
const SCIM_TYPES: readonly (readonly [made: abstract new (...input: never) => AppError, scimType: ScimType])[] = [
  [MalformedRequestError, 'invalidSyntax'],
  [ValidationFailedError, 'invalidValue'],
  [UniquenessError, 'uniqueness'],
  [SensitiveError, 'sensitive'],
];

function inScim(failure: Failure): ScimError {
  if (failure instanceof ScimError) return failure;
  const scimType = SCIM_TYPES.find(([made]) => failure instanceof made)?.[1];
  return new ScimError(failure.status, failure.detail, scimType);
}

/** Turns anything that was thrown into the error that a SCIM client sees. */
export function toScimError(error: unknown): ScimError {
  return inScim(error instanceof ScimError ? error : failureOf(error));
}

/** How SCIM tells of failures. Errors of the protocol kit already have status, detail and `scimType`. */
export const scimErrorForm: ErrorForm = {
  mediaType: SCIM_CONTENT_TYPE,
  recognize: (error) => (error instanceof ScimError ? error : undefined),
  tell: (failure) => {
    const error = inScim(failure);
    return { body: error.toBody(), kind: error.scimType };
  },
};
