import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import type { Request } from 'express';
import type { ListQuery, Projection } from '../../scim/index.js';
import { actorOf } from '../../platform/http/access.decorators.js';
import { currentContext, type Actor } from '../../platform/http/request-context.js';
import { resourceTypeOf } from './scim-controller.decorator.js';
import { type ScimQuery, scimQueryOf } from './scim-query.js';
import { SCIM_BASE } from './scim-url.js';

/** What an operation on a resource needs to know of its request, besides ids and body. */
export interface ScimCall {
  readonly organizationId: number;
  readonly actor: Actor;
  /** Absolute, without a slash at its end: `https://rolecall.example/scim/v2`. */
  readonly baseUrl: string;
  readonly projection: Projection;
  /** Whether the request names attributes to return or to leave out. */
  readonly asksForAttributes: boolean;
  /** `If-Match` (RFC 7644 §3.14), as sent. */
  readonly ifMatch?: string;
}

/** The absolute base URL of SCIM, as the caller reaches it. */
export function scimBaseUrl(): string {
  return currentContext().origin + SCIM_BASE;
}

function queryOf(context: ExecutionContext): ScimQuery {
  return scimQueryOf(context.switchToHttp().getRequest<Request>(), resourceTypeOf(context.getClass()));
}

/** The parameter with the request as the services of a resource type see it. */
export const CurrentScimCall = createParamDecorator((_: unknown, context: ExecutionContext): ScimCall => {
  const actor = actorOf();
  const { list, projection } = queryOf(context);
  return {
    organizationId: actor.organizationId,
    actor,
    baseUrl: scimBaseUrl(),
    projection,
    asksForAttributes: list.attributes.length + list.excludedAttributes.length > 0,
    ifMatch: context.switchToHttp().getRequest<Request>().get('if-match'),
  };
});

/** The parameter with filter and page of a list request. */
export const CurrentListQuery = createParamDecorator(
  (_: unknown, context: ExecutionContext): ListQuery => queryOf(context).list,
);
