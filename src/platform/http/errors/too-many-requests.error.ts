import { ScimError } from '../../../scim/index.js';

/** The caller has used up the requests of this minute (429, RFC 6585 §4); SCIM has no `scimType` for it. */
export class TooManyRequestsError extends ScimError {
  /** @param retryAfter whole seconds, at least 1, after which requests are served again */
  constructor(readonly retryAfter: number) {
    super(429, `Too many requests; try again in ${retryAfter} s`);
  }
}
