import { AppError, type Failure } from '../../errors.js';
import { RELEASE } from '../../release.js';
import type { ErrorForm } from './error-form.js';

/** A list of messages for each field at fault. */
export type ValidationErrors = Readonly<Record<string, readonly string[]>>;

/** Input that REST refuses: always 400, also where SCIM answers 409 (LSE's clients repeat a 409 three times). */
export class ValidationFailedError extends AppError {
  constructor(readonly validationErrors: ValidationErrors) {
    super(400, 'Validation error');
  }
}

/** A change that would take access from many users: refused unless the request confirms how many (the brake). */
export class ConfirmationRequiredError extends AppError {
  readonly code = 'confirmation_required';
  /** What would happen, without how to confirm it. */
  readonly loss: string;

  /**
   * @param affected how many users would lose access; this number confirms the change
   * @param working how many users of the organization have a working role
   */
  constructor(
    readonly affected: number,
    working: number,
  ) {
    const loss = `This would take access from ${affected} of ${working} working users. Nothing was changed.`;
    super(400, `${loss} If that is what you want, send the same request again with ?confirm=${affected}`);
    this.loss = loss;
  }
}

/** The error body of everything under `/api`, in LSE's shape; `id` is the request id. */
export interface RestErrorBody {
  readonly id: string;
  readonly status_code: number;
  readonly version: string;
  readonly detail: string;
  readonly validation_errors?: ValidationErrors;
  readonly code?: ConfirmationRequiredError['code'];
  readonly affected?: number;
}

function toRestErrorBody(failure: Failure, requestId: string): RestErrorBody {
  return {
    id: requestId,
    status_code: failure.status,
    version: RELEASE,
    detail: failure.detail,
    ...(failure instanceof ValidationFailedError ? { validation_errors: failure.validationErrors } : {}),
    ...(failure instanceof ConfirmationRequiredError ? { code: failure.code, affected: failure.affected } : {}),
  };
}

/**
 * How REST tells of failures, in the shape that LSE's clients read. It has no errors of its own besides `AppError`s.
 */
export const restErrorForm: ErrorForm = {
  mediaType: 'application/json; charset=utf-8',
  recognize: () => undefined,
  tell: (failure, requestId) => ({ body: toRestErrorBody(failure, requestId) }),
};
