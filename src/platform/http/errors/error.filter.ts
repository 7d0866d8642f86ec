import { type ArgumentsHost, Catch, type ExceptionFilter, Logger, NotFoundException } from '@nestjs/common';
import { HttpAdapterHost } from '@nestjs/core';
import type { Request, Response } from 'express';
import { type Failure, TooManyRequestsError } from '../../errors.js';
import { reasonWithoutQuotes } from '../../logging/secrets.js';
import { allowedMethods, methodNotAllowed } from '../allowed-methods.js';
import { currentContext } from '../request-context.js';
import { sendJson } from '../send-json.js';
import { ErrorForms } from './error-forms.js';

/** Seconds after which a client may try again when the database was away. */
const PAUSE_FOR_DATABASE = 5;

/** Headers that tell the client how to authenticate, or when to try again. */
function headersOf(error: Failure): Record<string, string> {
  if (error instanceof TooManyRequestsError) return { 'Retry-After': String(error.retryAfter) };
  if (error.status === 503) return { 'Retry-After': String(PAUSE_FOR_DATABASE) };
  return error.status === 401 ? { 'WWW-Authenticate': 'Bearer realm="Rolecall"' } : {};
}

/**
 * Handles every failure, the framework's own included: the caller gets a body in the form of the surface that was
 * called, the log gets the cause.
 */
@Catch()
export class ErrorFilter implements ExceptionFilter {
  private readonly logger = new Logger(ErrorFilter.name);

  constructor(
    private readonly adapterHost: HttpAdapterHost,
    private readonly forms: ErrorForms,
  ) {}

  catch(exception: unknown, host: ArgumentsHost): void {
    const http = host.switchToHttp();
    const request = http.getRequest<Request>();
    const response = http.getResponse<Response>();
    const context = currentContext();
    const failure = this.wrongMethod(exception, request, response) ?? this.forms.failureOf(exception);
    const form = this.forms.of(context.channel);
    const { body, kind } = form.tell(failure, context.requestId);
    this.log(exception, failure, kind);
    context.failure = { kind, detail: failure.detail };
    if (response.headersSent) return void response.destroy();
    response.status(failure.status).set(headersOf(failure));
    sendJson(response, form.mediaType, body);
  }

  /** Makes a 405 that lists the allowed methods where Nest answers 404 to a method that the path does not have. */
  private wrongMethod(exception: unknown, request: Request, response: Response): Failure | undefined {
    if (!(exception instanceof NotFoundException)) return undefined;
    const methods = allowedMethods(this.adapterHost.httpAdapter.getInstance(), request.path);
    return methods.length === 0 ? undefined : methodNotAllowed(request, response, methods);
  }

  private log(exception: unknown, { status, detail }: Failure, kind: string | undefined): void {
    const { requestId, url = '' } = currentContext();
    if (status >= 500) this.logger.error({ requestId, err: exception }, 'request failed');
    else this.logger.debug({ requestId, status, kind, detail: reasonWithoutQuotes(detail, url) });
  }
}
