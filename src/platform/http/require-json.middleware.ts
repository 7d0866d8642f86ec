import { UnsupportedMediaTypeException } from '@nestjs/common';
import type { NextFunction, Request, Response } from 'express';

/** A body that no parser took up is of a media type that nobody here reads (415). */
export function requireJsonMiddleware(request: Request, _response: Response, next: NextFunction): void {
  const hasBody = Number(request.get('content-length') ?? 0) > 0 || request.get('transfer-encoding') !== undefined;
  next(hasBody && request.body === undefined ? new UnsupportedMediaTypeException() : undefined);
}
