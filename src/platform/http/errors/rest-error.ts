import { ScimError } from '../../../scim/index.js';

/** One list of messages for each field at fault. */
export type ValidationErrors = Readonly<Record<string, readonly string[]>>;

/** Input that REST refuses: always 400, also where SCIM would say 409 (LSE's clients repeat a 409 three times). */
export class ValidationFailedError extends ScimError {
  constructor(readonly validationErrors: ValidationErrors) {
    super(400, 'Validation error', 'invalidValue');
  }
}

/** The error body of everything under `/api`, in LSE's shape; `id` is the request id. */
export interface RestErrorBody {
  readonly id: string;
  readonly status_code: number;
  readonly version: string;
  readonly detail: string;
  readonly validation_errors?: ValidationErrors;
}

/** Puts an error into the shape that LSE's clients read. */
export function toRestErrorBody(error: ScimError, requestId: string, version: string): RestErrorBody {
  return {
    id: requestId,
    status_code: error.status,
    version,
    detail: error.detail,
    ...(error instanceof ValidationFailedError ? { validation_errors: error.validationErrors } : {}),
  };
}
