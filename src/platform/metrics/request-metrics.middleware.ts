import type { NextFunction, Request, Response } from 'express';
import { currentContext } from '../http/request-context.js';
import type { RequestMetrics } from './request.metrics.js';

/** Whatever else somebody sends is one method, so that nobody can make up labels. */
const METHODS: ReadonlySet<string> = new Set(['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS']);

/** The pattern that the router found; none for what has no route, or was refused before. */
function routeOf(request: Request): string {
  const { path } = (request.route ?? {}) as { readonly path?: unknown };
  return typeof path === 'string' ? path : 'none';
}

/** What is neither a surface of its own nor REST is the console, the explorer and the like. */
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
