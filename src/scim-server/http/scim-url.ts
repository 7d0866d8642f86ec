import type { NextFunction, Request, Response } from 'express';
import { InvalidVersionError } from '../../scim/index.js';
import { NotFoundError } from '../../platform/errors.js';

/** Base path of SCIM; `/scim` is an alias of it. */
export const SCIM_BASE = '/scim/v2';

const BASE = /^\/scim(?:\/v(\d+))?(?=\/|$)/i;

/** Whether a path belongs to SCIM, in whatever spelling. */
export function isScimPath(path: string): boolean {
  return /^\/+scim(?:[/?]|$)/i.test(path);
}

/**
 * Rewrites the spellings that clients use to the one that is routed: removes doubled and trailing slashes (a redirect
 * would turn a POST into a GET), and turns `/scim` into `/scim/v2`.
 *
 * @throws InvalidVersionError for another version of the protocol (RFC 7644 §3.13)
 * @throws NotFoundError for a path with a NUL in it: no name has one, and the database would refuse to look
 */
export function canonicalUrl(url: string): string {
  const end = url.indexOf('?');
  const query = end < 0 ? '' : url.slice(end);
  const path = (end < 0 ? url : url.slice(0, end)).replace(/\/{2,}/g, '/').replace(/(?<=.)\/$/, '');
  if (path.includes('%00')) throw new NotFoundError('There is nothing at this path');
  const version = BASE.exec(path)?.[1] ?? '2';
  if (version !== '2')
    throw new InvalidVersionError(`This server speaks SCIM version 2, under ${SCIM_BASE}, and not version ${version}`);

  return path.replace(BASE, SCIM_BASE) + query;
}

/** Express middleware that rewrites the URL before it is routed. */
export function canonicalUrlMiddleware(request: Request, _response: Response, next: NextFunction): void {
  try {
    request.url = canonicalUrl(request.url);
    next();
  } catch (error) {
    next(error);
  }
}
