import {
  type CallHandler,
  type ExecutionContext,
  type NestInterceptor,
  UnsupportedMediaTypeException,
} from '@nestjs/common';
import { json, type Request, type Response, urlencoded } from 'express';
import { promisify } from 'node:util';
import type { Observable } from 'rxjs';
import { isForm } from './form.js';
import { isBodyOptional } from './optional-body.decorator.js';

/** Whether there is a body, be it one without content. */
function hasBody({ headers }: Request): boolean {
  return headers['content-length'] !== undefined || headers['transfer-encoding'] !== undefined;
}

/**
 * Reads the body of a request, after the guards and before the controller: nobody is waited for, and nothing is parsed,
 * that a stranger sends. JSON is read everywhere, forms by REST.
 */
export class BodyInterceptor implements NestInterceptor {
  private readonly parsers: readonly ((request: Request, response: Response) => Promise<void>)[];

  /** @param limit in bytes */
  constructor(limit: number) {
    this.parsers = [
      promisify<Request, Response>(json({ type: ['application/json', 'application/scim+json'], limit })),
      promisify<Request, Response>(urlencoded({ extended: false, type: isForm, limit })),
    ];
  }

  intercept(context: ExecutionContext, next: CallHandler): Observable<unknown> | Promise<Observable<unknown>> {
    const http = context.switchToHttp();
    const request = http.getRequest<Request>();
    const proceed = () => {
      if (isBodyOptional(context)) request.body ??= {};
      return next.handle();
    };
    return hasBody(request) ? this.read(request, http.getResponse<Response>()).then(proceed) : proceed();
  }

  /** @throws UnsupportedMediaTypeException for a media type that nobody here reads (415) */
  private async read(request: Request, response: Response): Promise<void> {
    for (const parser of this.parsers) await parser(request, response);
    const isEmpty = Number(request.headers['content-length']) === 0;
    if (request.body === undefined && !isEmpty) throw new UnsupportedMediaTypeException();
  }
}
