import type { Failure } from '../../errors.js';

/** A failure in the words of one surface. */
export interface ToldFailure {
  readonly body: object;
  /** The surface's own word for what kind of failure it is, such as SCIM's `scimType`. */
  readonly kind?: string;
}

/** How one surface tells its callers of failures. */
export interface ErrorForm {
  /** Media type of the answers, parameters included. */
  readonly mediaType: string;
  /** The error, if it is one of the surface's own that says what the caller is told; undefined for all others. */
  recognize(error: unknown): Failure | undefined;
  tell(failure: Failure, requestId: string): ToldFailure;
}
