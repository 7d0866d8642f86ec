import { HttpException } from '@nestjs/common';
import { isUnavailable } from '../../database/postgres-errors.js';
import { AppError, MalformedRequestError } from '../../errors.js';

/** The fields that body-parser and Express set on their own errors. */
interface HttpFailure {
  readonly status?: number;
  readonly statusCode?: number;
  readonly type?: string;
  readonly limit?: number;
  readonly encoding?: string;
}

const UNAVAILABLE = 'The server cannot reach its database at the moment; try again';

const DETAILS: Readonly<Record<number, string>> = {
  400: 'The request cannot be understood',
  401: 'A bearer token is needed: Authorization: Bearer <token>',
  403: 'This token may not do that',
  404: 'There is nothing at this path',
  413: 'The body is larger than this server accepts',
  415: 'The body must be application/scim+json or application/json',
  503: UNAVAILABLE,
};

function statusOf(error: unknown): number {
  if (error instanceof HttpException) return error.getStatus();
  const { status, statusCode } = (error ?? {}) as HttpFailure;
  const given = status ?? statusCode;
  return given !== undefined && given >= 400 && given < 600 ? given : 500;
}

/** The refusal of a body above a limit, in bytes. */
export function bodyTooLarge(limit: number): AppError {
  return new AppError(413, `The body is larger than the ${limit} bytes that this server accepts`);
}

/** The refusal of the body parser. Nest wraps its errors, so the reason is in the cause. */
function parserRefusal(error: unknown): AppError | undefined {
  const origin: unknown = error instanceof HttpException ? error.cause : error;
  const { type, limit, encoding } = (origin ?? {}) as HttpFailure;
  switch (type) {
    case 'entity.parse.failed':
      return new MalformedRequestError('The body is not valid JSON');
    case 'entity.too.large':
      return limit === undefined ? undefined : bodyTooLarge(limit);
    case 'encoding.unsupported':
      return new AppError(415, `The body must not be in the coding "${encoding}"`);
    default:
      return undefined;
  }
}

/**
 * Turns anything that was thrown into an error for the caller. Unknown errors become a 500 that shows nothing of the
 * inside.
 */
export function failureOf(error: unknown): AppError {
  if (error instanceof AppError) return error;
  if (isUnavailable(error)) return new AppError(503, UNAVAILABLE);
  const refusal = parserRefusal(error);
  if (refusal) return refusal;
  const status = statusOf(error);
  if (status >= 500 && status !== 503)
    return new AppError(500, 'The server failed; its log has the cause under this request id');

  const detail = DETAILS[status] ?? 'The request is refused';
  return status === 400 ? new MalformedRequestError(detail) : new AppError(status, detail);
}
