/** What a caller is told of a request that failed, on whichever surface. */
export interface Failure {
  /** HTTP status, 400 or above. */
  readonly status: number;
  /** Names what is wrong and what to do. Administrators read it, so nothing of the inside is in it. */
  readonly detail: string;
}

/**
 * The root of all errors that are meant for the caller. Each surface has a form of its own for them; what it does not
 * know by its class, it tells by status and detail alone.
 */
export class AppError extends Error implements Failure {
  constructor(
    readonly status: number,
    readonly detail: string,
  ) {
    super(detail);
    this.name = new.target.name;
  }
}

/** Nothing answers to this id or path (404). */
export class NotFoundError extends AppError {
  constructor(detail: string) {
    super(404, detail);
  }
}

/** What the caller asks for is not allowed to anybody, or not to them (403). */
export class ForbiddenError extends AppError {
  constructor(detail: string) {
    super(403, detail);
  }
}

/** The URL has something confidential in it (403). */
export class SensitiveError extends ForbiddenError {}

/** What is to be written is not at the version that the caller expects (412, RFC 9110 §13.1.1). */
export class PreconditionFailedError extends AppError {
  constructor(detail: string) {
    super(412, detail);
  }
}

/** A value that must be unique is taken (409). */
export class UniquenessError extends AppError {
  constructor(detail: string) {
    super(409, detail);
  }
}

/** The request cannot be read: it is not HTTP, or its body is not of the kind that it is said to be (400). */
export class MalformedRequestError extends AppError {
  constructor(detail: string) {
    super(400, detail);
  }
}

/** The caller has used up the requests of this minute (429, RFC 6585 §4). */
export class TooManyRequestsError extends AppError {
  /** @param retryAfter whole seconds, at least 1, after which requests are served again */
  constructor(readonly retryAfter: number) {
    super(429, `Too many requests; try again in ${retryAfter} s`);
  }
}
