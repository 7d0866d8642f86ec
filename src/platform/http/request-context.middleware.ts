import type { NextFunction, Request, Response } from 'express';
import { v7 } from 'uuid';
import { MalformedRequestError } from '../errors.js';
import { runInContext } from './request-context.js';
import { isScimPath } from '../../scim-server/http/scim-url.js';

const ACCEPTABLE_ID = /^[\w.:-]{8,100}$/;

/** A name or address with a port, as a URL has them. */
const HOST = /^(?:[\w.~-]+|\[[\da-f:.]+\])(?::\d{1,5})?$/i;

/** Stands for the host where none is named. */
const NO_HOST = 'localhost';

/** The caller's `X-Request-Id` if it is a sane one, else a new id. */
function requestIdOf(request: Request): string {
  const given = request.get('x-request-id');
  return given !== undefined && ACCEPTABLE_ID.test(given) ? given : v7();
}

/** Whether links can be built on what the caller takes the server for; only HTTP/1.0 need not say it. */
function namesHost({ headers, httpVersion }: Request, host: string): boolean {
  if (headers.host === undefined) return httpVersion === '1.0';
  return HOST.test(host) && URL.canParse(`http://${host}`);
}

/**
 * Express middleware that opens the context of a request; its id goes back in `X-Request-Id`. A host that is none is
 * refused with 400 (RFC 9110 §7.2).
 */
export function requestContextMiddleware(publicUrl: string | undefined) {
  return (request: Request, response: Response, next: NextFunction): void => {
    const requestId = requestIdOf(request);
    response.set('X-Request-Id', requestId);
    const host = (request.host as string | undefined) ?? NO_HOST;
    runInContext(
      {
        requestId,
        channel: isScimPath(request.path) ? 'scim' : 'rest',
        origin: (publicUrl ?? `${request.protocol}://${host}`).replace(/\/+$/, ''),
        method: request.method,
        url: request.originalUrl,
        ipAddress: request.ip,
      },
      () => {
        next(namesHost(request, host) ? undefined : new MalformedRequestError('The Host header names no host'));
      },
    );
  };
}
