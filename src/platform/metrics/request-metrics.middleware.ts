import type { NextFunction, Request, Response } from 'express';
import { currentContext } from '../http/request-context.js';
import type { RequestMetrics } from './request.metrics.js';

/** The methods that are counted one by one. All others count as one, so that callers cannot make up labels. */
const METHODS: ReadonlySet<string> = new Set(['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS']);

/** The pattern of the route; none if there is no route, or the request was refused before. */
function routeOf(request: Request): string {
  const { path } = (request.route ?? {}) as { readonly path?: unknown };
  return typeof path === 'string' ? path : 'none';
}

/**
 * The surface of a request; paths outside of REST and the registered surfaces are the console, the explorer and the
 * like.
 */
function surfaceOf(path: string): string {
  const { channel } = currentContext();
  if (channel !== 'rest') return channel;
  return /^\/api(\/|$)/.test(path) ? 'rest' : 'other';
}

/** Express middleware that measures a request until its answer has left, or its client is gone. */
export function requestMetricsMiddleware(metrics: RequestMetrics) {
  return (request: Request, response: Response, next: NextFunction): void => {
    const begun = performance.now();
    const surface = surfaceOf(request.path);
    metrics.begun();
    response.once('close', () => {
      const method = METHODS.has(request.method) ? request.method : 'other';
      const status = response.writableFinished ? String(response.statusCode) : 'aborted';
      metrics.ended({ surface, method, route: routeOf(request), status }, (performance.now() - begun) / 1000);
    });
    next();
  };
}
