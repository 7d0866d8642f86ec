import { HttpAdapterHost } from '@nestjs/core';
import type { NestExpressApplication } from '@nestjs/platform-express';
import helmet from 'helmet';
import type { Logger } from 'pino';
import { setupConsole } from './app.console.js';
import { setupExplorer } from './app.explorer.js';
import { Environment } from './platform/environment.js';
import { methodsMiddleware } from './platform/http/allowed-methods.js';
import { announcedLengthMiddleware } from './platform/http/announced-length.middleware.js';
import { BodyInterceptor } from './platform/http/body.interceptor.js';
import { canonicalUrl, rewritingMiddleware } from './platform/http/canonical-url.js';
import { keepConnections } from './platform/http/connections.js';
import { hostMiddleware } from './platform/http/host.middleware.js';
import { InputPipe } from './platform/http/input.pipe.js';
import { requestContextMiddleware } from './platform/http/request-context.middleware.js';
import { requestLogMiddleware } from './platform/http/request-log.middleware.js';
import { ScimRequestFeed } from './scim-server/http/scim-request-feed.js';
import { scimRequestMiddleware } from './scim-server/http/scim-request.middleware.js';
import { isScimPath, routedScimUrl } from './scim-server/http/scim-url.js';
import { requestMetricsMiddleware } from './platform/metrics/request-metrics.middleware.js';
import { RequestMetrics } from './platform/metrics/request.metrics.js';

const MEBIBYTE = 1_048_576;

function channelOf(path: string): 'scim' | 'rest' {
  return isScimPath(path) ? 'scim' : 'rest';
}

/** Sets up everything between the socket and the controllers; tests use it, too. */
export function setupApp(app: NestExpressApplication, logger: Logger): void {
  const environment = app.get(Environment);
  app.set('etag', false);
  app.disable('x-powered-by');
  keepConnections(app.getHttpServer(), environment.KEEP_ALIVE_SECONDS);
  app.use(
    requestContextMiddleware(environment.PUBLIC_URL, channelOf),
    requestMetricsMiddleware(app.get(RequestMetrics)),
    hostMiddleware,
    requestLogMiddleware(logger),
    scimRequestMiddleware(app.get(ScimRequestFeed)),
    helmet({
      strictTransportSecurity: false,
      contentSecurityPolicy: { directives: { upgradeInsecureRequests: null } },
    }),
    rewritingMiddleware(canonicalUrl),
    rewritingMiddleware(routedScimUrl),
    methodsMiddleware(app.get(HttpAdapterHost).httpAdapter.getInstance()),
  );
  setupConsole(app);
  const limit = environment.BODY_LIMIT_MB * MEBIBYTE;
  app.use(announcedLengthMiddleware(limit));
  app.useGlobalInterceptors(new BodyInterceptor(limit));
  app.useGlobalPipes(new InputPipe());
  setupExplorer(app);
}
