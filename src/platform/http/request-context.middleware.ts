import type { NextFunction, Request, Response } from 'express';
import { v7 } from 'uuid';
import { hostOf } from './host.middleware.js';
import { type RequestContext, runInContext } from './request-context.js';

const ACCEPTABLE_ID = /^[\w.:-]{8,100}$/;

/** The caller's `X-Request-Id` if it is acceptable, else a new id. */
function requestIdOf(request: Request): string {
  const given = request.get('x-request-id');
  return given !== undefined && ACCEPTABLE_ID.test(given) ? given : v7();
}

/**
 * Express middleware that opens the context of a request and returns its id in `X-Request-Id`.
 *
 * @param channelOf tells the surface that a path belongs to, in any spelling
 */
export function requestContextMiddleware(
  publicUrl: string | undefined,
  channelOf: (path: string) => RequestContext['channel'],
) {
  return (request: Request, response: Response, next: NextFunction): void => {
    const requestId = requestIdOf(request);
    response.set('X-Request-Id', requestId);
    runInContext(
      {
        requestId,
        channel: channelOf(request.path),
        origin: (publicUrl ?? `${request.protocol}://${hostOf(request)}`).replace(/\/+$/, ''),
        method: request.method,
        url: request.originalUrl,
        ipAddress: request.ip,
      },
      next,
    );
  };
}
