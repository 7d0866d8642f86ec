import { type ArgumentsHost, Catch, type ExceptionFilter, Logger, NotFoundException } from '@nestjs/common';
import { HttpAdapterHost } from '@nestjs/core';
import type { Request, Response } from 'express';
import type { ScimError } from '../../../scim/index.js';
import { reasonWithoutQuotes } from '../../logging/secrets.js';
import { RELEASE } from '../../release.js';
import { allowedMethods, methodNotAllowed } from '../allowed-methods.js';
import { currentContext } from '../request-context.js';
import { isScimPath } from '../scim/scim-url.js';
import { toRestErrorBody } from './rest-error.js';
import { sendScim } from '../scim/send-scim.js';
import { toScimError } from './scim-error-response.js';
import { TooManyRequestsError } from './too-many-requests.error.js';

/** Seconds after which a database that was away may well be back. */
const PAUSE_FOR_DATABASE = 5;

/** What a client is told besides the body: how to get in, and when to try again. */
function headersOf(error: ScimError): Record<string, string> {
  if (error instanceof TooManyRequestsError) return { 'Retry-After': String(error.retryAfter) };
  if (error.status === 503) return { 'Retry-After': String(PAUSE_FOR_DATABASE) };
  return error.status === 401 ? { 'WWW-Authenticate': 'Bearer realm="Rolecall"' } : {};
}

/**
 * Where every failure ends, the framework's own included: the caller gets a body in the form of the surface they
 * called, the log gets the cause.
 */
@Catch()
export class ErrorFilter implements ExceptionFilter {
  private readonly logger = new Logger(ErrorFilter.name);

  constructor(private readonly adapterHost: HttpAdapterHost) {}

  catch(exception: unknown, host: ArgumentsHost): void {
    const http = host.switchToHttp();
    const request = http.getRequest<Request>();
    const response = http.getResponse<Response>();
    const error = this.wrongMethod(exception, request, response) ?? toScimError(exception);
    this.log(exception, error);
    currentContext().failure = error;
    if (response.headersSent) return void response.destroy();
    response.status(error.status).set(headersOf(error));
    if (isScimPath(request.path)) sendScim(response, error.toBody());
    else response.type('json').json(toRestErrorBody(error, currentContext().requestId, RELEASE));
  }

  /** Nest answers 404 to a method that a path does not have; HTTP says 405, with the methods that it does have. */
  private wrongMethod(exception: unknown, request: Request, response: Response): ScimError | undefined {
    if (!(exception instanceof NotFoundException)) return undefined;
    const methods = allowedMethods(this.adapterHost.httpAdapter.getInstance(), request.path);
    return methods.length === 0 ? undefined : methodNotAllowed(request, response, methods);
  }

  private log(exception: unknown, error: ScimError): void {
    const { requestId, url = '' } = currentContext();
    const { status, scimType, detail } = error;
    if (status >= 500) this.logger.error({ requestId, err: exception }, 'request failed');
    else this.logger.debug({ requestId, status, scimType, detail: reasonWithoutQuotes(detail, url) });
  }
}
