import { Urn } from './urns.js';

/** The `scimType` values of RFC 7644 §3.12, table 9, and of RFC 9865 §2.1. */
export type ScimType =
  | 'invalidFilter'
  | 'tooMany'
  | 'uniqueness'
  | 'mutability'
  | 'invalidSyntax'
  | 'invalidPath'
  | 'noTarget'
  | 'invalidValue'
  | 'invalidVers'
  | 'sensitive'
  | 'invalidCursor'
  | 'invalidCount';

/** The error message on the wire (RFC 7644 §3.12): `status` is a string there. */
export interface ScimErrorBody {
  schemas: [typeof Urn.error];
  status: string;
  scimType?: ScimType;
  detail: string;
}

/**
 * A failure that a provisioning client may see. `detail` is shown to administrators as it is (Okta prints it in its
 * task list), so it names what is wrong and what to do, and never anything of the inside. The classes below are the
 * failures that only this protocol has; a server puts its other failures, such as a missing resource, into this form.
 */
export class ScimError extends Error {
  constructor(
    readonly status: number,
    readonly detail: string,
    readonly scimType?: ScimType,
  ) {
    super(detail);
    this.name = new.target.name;
  }

  toBody(): ScimErrorBody {
    return {
      schemas: [Urn.error],
      status: String(this.status),
      ...(this.scimType ? { scimType: this.scimType } : {}),
      detail: this.detail,
    };
  }
}

/**
 * The filter does not parse, names an attribute that cannot be searched, or uses an operator that the type does not
 * have (400).
 */
export class InvalidFilterError extends ScimError {
  constructor(detail: string) {
    super(400, detail, 'invalidFilter');
  }
}

/** More results than the server is willing to compute (400). */
export class TooManyError extends ScimError {
  constructor(detail: string) {
    super(400, detail, 'tooMany');
  }
}

/** A change to something `readOnly`, or to something `immutable` that already has a value (400). */
export class MutabilityError extends ScimError {
  constructor(detail: string) {
    super(400, detail, 'mutability');
  }
}

/** The body is not JSON, or does not have the shape that the request's schema asks for (400). */
export class InvalidSyntaxError extends ScimError {
  constructor(detail: string) {
    super(400, detail, 'invalidSyntax');
  }
}

/** A PATCH path that does not parse or names no attribute (400). */
export class InvalidPathError extends ScimError {
  constructor(detail: string) {
    super(400, detail, 'invalidPath');
  }
}

/** A PATCH path that selects nothing where something is needed (400, RFC 7644 §3.5.2.2 and §3.5.2.3). */
export class NoTargetError extends ScimError {
  constructor(detail: string) {
    super(400, detail, 'noTarget');
  }
}

/** A required value is missing, or a value has the wrong type (400). */
export class InvalidValueError extends ScimError {
  constructor(detail: string) {
    super(400, detail, 'invalidValue');
  }
}

/** The protocol version in the URL is not served here (400). */
export class InvalidVersionError extends ScimError {
  constructor(detail: string) {
    super(400, detail, 'invalidVers');
  }
}

/** The cursor is not from this server, or belongs to another query (400, RFC 9865 §2.1). */
export class InvalidCursorError extends ScimError {
  constructor(detail: string) {
    super(400, detail, 'invalidCursor');
  }
}

/** The page size of a request by cursor is not a positive integer (400, RFC 9865 §2.1). */
export class InvalidCountError extends ScimError {
  constructor(detail: string) {
    super(400, detail, 'invalidCount');
  }
}
