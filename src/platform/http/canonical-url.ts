import type { NextFunction, Request, Response } from 'express';
import { NotFoundError } from '../errors.js';

/**
 * Removes doubled and trailing slashes of a path, so that all spellings reach the same route. A redirect instead would
 * turn a POST into a GET.
 *
 * @throws NotFoundError for a path with a NUL in it: no name has one, and the database would refuse to look
 */
export function canonicalUrl(url: string): string {
  const end = url.indexOf('?');
  const query = end < 0 ? '' : url.slice(end);
  const path = (end < 0 ? url : url.slice(0, end)).replace(/\/{2,}/g, '/').replace(/(?<=.)\/$/, '');
  if (path.includes('%00')) throw new NotFoundError('There is nothing at this path');
  return path + query;
}

/** An Express middleware that rewrites the URL of each request before it is routed; what `rewrite` throws is answered. */
export function rewritingMiddleware(rewrite: (url: string) => string) {
  return (request: Request, _response: Response, next: NextFunction): void => {
    try {
      request.url = rewrite(request.url);
      next();
    } catch (error) {
      next(error);
    }
  };
}
