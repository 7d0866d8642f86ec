import { PreconditionFailedError } from '../../platform/errors.js';

/**
 * Checks that a resource is still at the version that the client last saw (RFC 7644 §3.14). No `If-Match`, or `*`,
 * always passes.
 *
 * @throws PreconditionFailedError when the resource has changed since
 */
export function assertVersion(ifMatch: string | undefined, version: number): void {
  if (ifMatch === undefined || ifMatch.trim() === '*') return;
  const known = ifMatch.split(',').map((tag) => tag.trim().replace(/^W\//, ''));
  if (!known.includes(`"${version}"`))
    throw new PreconditionFailedError(`The resource is at version W/"${version}" now, not at ${ifMatch}`);
}
