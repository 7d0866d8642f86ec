import type { NextFunction, Request, Response } from 'express';
import { MalformedRequestError } from '../errors.js';

/** A name or address with a port, as a URL has them. */
const HOST = /^(?:[\w.~-]+|\[[\da-f:.]+\])(?::\d{1,5})?$/i;

/** The host of a request that names none. */
const NO_HOST = 'localhost';

/** The host under which the caller reaches the server. */
export function hostOf(request: Request): string {
  const host = (request.host as string | undefined) ?? NO_HOST;
  return host;
}

/** Whether the request names a host that links can be built on; only HTTP/1.0 may leave it out. */
function namesHost(request: Request): boolean {
  if (request.headers.host === undefined) return request.httpVersion === '1.0';
  const host = hostOf(request);
  return HOST.test(host) && URL.canParse(`http://${host}`);
}

/** Express middleware that refuses an invalid host (400, RFC 9110 §7.2). */
export function hostMiddleware(request: Request, _response: Response, next: NextFunction): void {
  next(namesHost(request) ? undefined : new MalformedRequestError('The Host header names no host'));
}
