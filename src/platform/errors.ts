/** What the caller of a failed request is told, on any surface. */
export interface Failure {
  /** HTTP status, 400 or above. */
  readonly status: number;
  /** Names what is wrong and what to do. Administrators read it, so it shows nothing of the inside. */
  readonly detail: string;
}

/**
 * The root of all errors that are meant for the caller. Each surface has its own form for them; a class that it does
 * not know is told by status and detail alone.
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

/** Nothing has this id or path (404). */
export class NotFoundError extends AppError {
  constructor(detail: string) {
    super(404, detail);
  }
}

/** Nobody may do what the caller asks for, or the caller may not (403). */
export class ForbiddenError extends AppError {
  constructor(detail: string) {
    super(403, detail);
  }
}

/** The URL has something confidential in it (403). */
export class SensitiveError extends ForbiddenError {}

/** The resource is not at the version that the caller expects (412, RFC 9110 §13.1.1). */
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

/** The request cannot be read: it is not HTTP, or its body is not what its media type says (400). */
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
