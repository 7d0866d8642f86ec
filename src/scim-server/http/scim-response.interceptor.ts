import {
  type CallHandler,
  type ExecutionContext,
  Injectable,
  type NestInterceptor,
  type StreamableFile,
} from '@nestjs/common';
import type { Request, Response } from 'express';
import { concatMap, type Observable } from 'rxjs';
import { project, type ListResponse, type ResourceType, type ScimResource } from '../../scim/index.js';
import { answerOf, isListResponse, type Show } from './scim-answer.js';
import { SCIM_CONTENT_TYPE } from './scim-error-form.js';
import { scimQueryOf } from './scim-query.js';

/** Metadata key of the resource type that a controller serves. */
export const RESOURCE_TYPE = 'rolecall:scim-resource-type';

function metaOf(resource: ScimResource): { location?: string; version?: string } {
  return resource.meta ?? {};
}

/** Compares weakly, as `If-None-Match` asks (RFC 9110 §13.1.2). */
function isKnownVersion(ifNoneMatch: string | undefined, version: string | undefined): boolean {
  if (ifNoneMatch === undefined || version === undefined) return false;
  const opaque = (tag: string) => tag.trim().replace(/^W\//, '');
  return ifNoneMatch.split(',').some((tag) => tag.trim() === '*' || opaque(tag) === opaque(version));
}

/**
 * Gives answers their SCIM form: media type, `Location` and `ETag` (RFC 7644 §3.1, §3.14), 304 for a version that the
 * client has, 204 if there is no body, and only the attributes that the request asks for (§3.9).
 */
@Injectable()
export class ScimResponseInterceptor implements NestInterceptor {
  intercept(context: ExecutionContext, next: CallHandler): Observable<unknown> {
    const http = context.switchToHttp();
    const request = http.getRequest<Request>();
    const response = http.getResponse<Response>();
    const resourceType = Reflect.getMetadata(RESOURCE_TYPE, context.getClass()) as ResourceType;
    const { projection } = scimQueryOf(request, resourceType);
    const show: Show = (resource) => project(resource, projection, resourceType);
    return next.handle().pipe(
      concatMap(async (body: ScimResource | ListResponse | undefined) => {
        if (body === undefined) return void response.status(204);
        response.set('Content-Type', SCIM_CONTENT_TYPE);
        return isListResponse(body) ? answerOf(body, show) : this.single(request, response, body, show);
      }),
    );
  }

  private async single(
    request: Request,
    response: Response,
    resource: ScimResource,
    show: Show,
  ): Promise<ScimResource | ListResponse | StreamableFile | undefined> {
    const { location, version } = metaOf(resource);
    if (version) response.set('ETag', version);
    if (location) response.set('Location', location);
    if (request.method === 'GET' && isKnownVersion(request.get('if-none-match'), version)) {
      response.status(304);
      return undefined;
    }
    return answerOf(resource, show);
  }
}
