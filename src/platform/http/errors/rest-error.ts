import { ScimError } from '../../../scim/index.js';

/** One list of messages for each field at fault. */
export type ValidationErrors = Readonly<Record<string, readonly string[]>>;

/** Input that REST refuses: always 400, also where SCIM would say 409 (LSE's clients repeat a 409 three times). */
export class ValidationFailedError extends ScimError {
  constructor(readonly validationErrors: ValidationErrors) {
    super(400, 'Validation error', 'invalidValue');
  }
}

/** A change that takes access from many: stored only if the request says that it knows how many (the brake). */
export class ConfirmationRequiredError extends ScimError {
  readonly code = 'confirmation_required';
  /** What would happen, without how to confirm it. */
  readonly loss: string;

  /**
   * @param affected users who would lose access, the number that confirms
   * @param working users of the organization who have a working role
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

/** Puts an error into the shape that LSE's clients read. */
export function toRestErrorBody(error: ScimError, requestId: string, version: string): RestErrorBody {
  return {
    id: requestId,
    status_code: error.status,
    version,
    detail: error.detail,
    ...(error instanceof ValidationFailedError ? { validation_errors: error.validationErrors } : {}),
    ...(error instanceof ConfirmationRequiredError ? { code: error.code, affected: error.affected } : {}),
  };
}
