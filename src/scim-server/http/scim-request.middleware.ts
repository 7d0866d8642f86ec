import type { NextFunction, Request, Response } from 'express';
import { currentContext } from '../../platform/http/request-context.js';
import type { ScimRequestFeed } from './scim-request-feed.js';

const BEARER = /^bearer\s+(\S+)\s*$/i;

function tokenOf(request: Request): string | undefined {
  return BEARER.exec(request.headers.authorization ?? '')?.[1];
}

/** Express middleware that reports a SCIM request when its answer has left, or its client is gone. */
export function scimRequestMiddleware(feed: ScimRequestFeed) {
  return (request: Request, response: Response, next: NextFunction): void => {
    const context = currentContext();
    if (context.channel !== 'scim') {
      next();
      return;
    }
    const receivedAt = new Date();
    const begun = performance.now();
    response.once('close', () => {
      feed.publish({
        context,
        receivedAt,
        durationMs: performance.now() - begun,
        status: response.headersSent ? response.statusCode : undefined,
        location: response.get('location'),
        token: tokenOf(request),
        userAgent: request.get('user-agent'),
        body: request.body,
      });
    });
    next();
  };
}
