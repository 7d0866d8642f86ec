import { applyDecorators, createParamDecorator, SetMetadata } from '@nestjs/common';
import { ApiBearerAuth } from '@nestjs/swagger';
import { currentContext, type Actor } from './request-context.js';

/**
 * Who may call a route. `public` needs no token; `owner` the Owner's; `administrators` the Owner's or an
 * Administrator's; `member` anybody's whose token is alive.
 */
export type AccessRule = 'public' | 'owner' | 'administrators' | 'member';

/** Metadata key of a route's access rule. A route without one is open to nobody but the Owner. */
export const ACCESS_RULE = 'rolecall:access-rule';

/** Open without a token. */
export const Public = () => SetMetadata<string, AccessRule>(ACCESS_RULE, 'public');

/** Only the Owner's tokens: all of SCIM. */
export const OwnerOnly = () =>
  applyDecorators(SetMetadata<string, AccessRule>(ACCESS_RULE, 'owner'), ApiBearerAuth('bearer'));

/** The Owner and Administrators. */
export const AdministratorsOnly = () =>
  applyDecorators(SetMetadata<string, AccessRule>(ACCESS_RULE, 'administrators'), ApiBearerAuth('bearer'));

/** Anybody of the organization, for what is their own; the service decides what that is. */
export const AnyMember = () =>
  applyDecorators(SetMetadata<string, AccessRule>(ACCESS_RULE, 'member'), ApiBearerAuth('bearer'));

/** The guard lets nothing without an actor through to a route that is not public. */
export function actorOf(): Actor {
  const { actor } = currentContext();
  if (!actor) throw new Error('A route that needs an actor is public');
  return actor;
}

/** The person whose token the request carries. */
export const CurrentActor = createParamDecorator(() => actorOf());
