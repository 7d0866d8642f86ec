import type { Logger } from 'pino';
import { pinoHttp } from 'pino-http';
import { pathWithoutSecrets } from '../logging/secrets.js';
import { currentContext } from './request-context.js';

/** Logs one line for each request when it is done. Queries are left out: a filter may name a person. */
export function requestLogMiddleware(logger: Logger) {
  return pinoHttp({
    logger,
    genReqId: () => currentContext().requestId,
    customLogLevel: (_request, response) => (response.statusCode >= 500 ? 'error' : 'info'),
    serializers: {
      req: (request: { id: string; method: string; url: string }) => ({
        id: request.id,
        method: request.method,
        path: pathWithoutSecrets(request.url),
      }),
      res: (response: { statusCode: number }) => ({ status: response.statusCode }),
    },
  });
}
