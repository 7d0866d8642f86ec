import {
  type CallHandler,
  type ExecutionContext,
  type NestInterceptor,
  UnsupportedMediaTypeException,
} from '@nestjs/common';
import { json, type Request, type Response, urlencoded } from 'express';
import { promisify } from 'node:util';
import type { Observable } from 'rxjs';
import { MalformedRequestError } from '../errors.js';
import { settleCharset } from './charset.js';
import { isForm } from './form.js';
import { isBodyOptional } from './optional-body.decorator.js';
import { currentContext } from './request-context.js';

type Reader = (request: Request, response: Response) => Promise<void>;

/** Whether there is a body, which may be empty. */
function hasBody({ headers }: Request): boolean {
  return headers['content-length'] !== undefined || headers['transfer-encoding'] !== undefined;
}

/**
 * Whether the body means nothing and so is not read (RFC 9110 §9.3.1, §9.3.5): that of a GET, and that of a deletion
 * over SCIM, where clients send `null` or what they sent before. Deletions over REST name users in their body.
 */
function isMeaningless({ method }: Request): boolean {
  return method === 'GET' || method === 'HEAD' || (method === 'DELETE' && currentContext().channel === 'scim');
}

/**
 * The body of a deletion; undefined where clients write `null`.
 *
 * @throws MalformedRequestError when it is neither an object nor a list
 */
function contentOf(body: unknown): unknown {
  if (body === null || body === undefined) return undefined;
  if (typeof body !== 'object') throw new MalformedRequestError('The body must be a JSON object');
  return body;
}

/**
 * Reads the body of a request, after the guards and before the controller, so that nothing is received or parsed for a
 * stranger. JSON is read everywhere, forms by REST only.
 */
export class BodyInterceptor implements NestInterceptor {
  private readonly readJson: Reader;
  private readonly readJsonOfDeletion: Reader;
  private readonly readForm: Reader;

  /** @param limit in bytes */
  constructor(limit: number) {
    const options = { type: ['application/json', 'application/scim+json'], limit };
    this.readJson = promisify<Request, Response>(json(options));
    this.readJsonOfDeletion = promisify<Request, Response>(json({ ...options, strict: false }));
    this.readForm = promisify<Request, Response>(urlencoded({ extended: false, type: isForm, limit }));
  }

  intercept(context: ExecutionContext, next: CallHandler): Observable<unknown> | Promise<Observable<unknown>> {
    const http = context.switchToHttp();
    const request = http.getRequest<Request>();
    const proceed = () => {
      if (isBodyOptional(context)) request.body ??= {};
      return next.handle();
    };
    return hasBody(request) && !isMeaningless(request)
      ? this.read(request, http.getResponse<Response>()).then(proceed)
      : proceed();
  }

  /** @throws UnsupportedMediaTypeException for a media type that is not read here (415) */
  private async read(request: Request, response: Response): Promise<void> {
    settleCharset(request);
    await (request.method === 'DELETE' ? this.readJsonOfDeletion : this.readJson)(request, response);
    await this.readForm(request, response);
    const isEmpty = Number(request.headers['content-length']) === 0;
    if (request.body === undefined && !isEmpty) throw new UnsupportedMediaTypeException();
    if (request.method === 'DELETE') request.body = contentOf(request.body);
  }
}
