import type { NextFunction, Request, Response } from 'express';
import { bodyTooLarge } from './errors/failure-of.js';

/**
 * Express middleware that refuses a body by its announced length (413). The parser would refuse it, too, but only after
 * receiving all of it.
 *
 * @param limit in bytes
 */
export function announcedLengthMiddleware(limit: number) {
  return (request: Request, _response: Response, next: NextFunction): void => {
    next(Number(request.get('content-length') ?? 0) > limit ? bodyTooLarge(limit) : undefined);
  };
}
