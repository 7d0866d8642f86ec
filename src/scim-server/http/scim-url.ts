import { InvalidVersionError } from '../../scim/index.js';

/** Base path of SCIM; `/scim` is an alias of it. */
export const SCIM_BASE = '/scim/v2';

const BASE = /^\/scim(?:\/v(\d+))?(?=[/?]|$)/i;

/** Whether a path belongs to SCIM, in whatever spelling. */
export function isScimPath(path: string): boolean {
  return /^\/+scim(?:[/?]|$)/i.test(path);
}

/**
 * Turns the alias `/scim`, and other cases of the base path, into the base path. Doubled slashes must be gone already.
 *
 * @throws InvalidVersionError for another version of the protocol (RFC 7644 §3.13)
 */
export function routedScimUrl(url: string): string {
  const version = BASE.exec(url)?.[1] ?? '2';
  if (version !== '2')
    throw new InvalidVersionError(`This server speaks SCIM version 2, under ${SCIM_BASE}, and not version ${version}`);

  return url.replace(BASE, SCIM_BASE);
}
