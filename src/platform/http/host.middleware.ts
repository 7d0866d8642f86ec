import type { NextFunction, Request, Response } from 'express';
import { MalformedRequestError } from '../errors.js';

/** A name or address with a port, as a URL has them. */
const HOST = /^(?:[\w.~-]+|\[[\da-f:.]+\])(?::\d{1,5})?$/i;

/** Stands for the host where none is named. */
const NO_HOST = 'localhost';

/** What the caller takes the server for. */
export function hostOf(request: Request): string {
  const host = (request.host as string | undefined) ?? NO_HOST;
  return host;
}

/** Whether links can be built on it; only HTTP/1.0 need not say it. */
function namesHost(request: Request): boolean {
  if (request.headers.host === undefined) return request.httpVersion === '1.0';
  const host = hostOf(request);
  return HOST.test(host) && URL.canParse(`http://${host}`);
}

/** Express middleware that refuses a host that is none (400, RFC 9110 §7.2). */
export function hostMiddleware(request: Request, _response: Response, next: NextFunction): void {
  next(namesHost(request) ? undefined : new MalformedRequestError('The Host header names no host'));
}
