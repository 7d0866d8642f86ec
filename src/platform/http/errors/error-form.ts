import type { Failure } from '../../errors.js';

/** A failure in the form of one surface. */
export interface ToldFailure {
  readonly body: object;
  /** The surface's own name for the kind of failure, such as SCIM's `scimType`. */
  readonly kind?: string;
}

/** How one surface tells its callers of failures. */
export interface ErrorForm {
  /** Media type of the answers, parameters included. */
  readonly mediaType: string;
  /** Recognizes an error of the surface's own that is meant for the caller; undefined for all others. */
  recognize(error: unknown): Failure | undefined;
  tell(failure: Failure, requestId: string): ToldFailure;
}
