import { applyDecorators, createParamDecorator, SetMetadata } from '@nestjs/common';
import { ApiBearerAuth } from '@nestjs/swagger';
import { currentContext, type Actor } from './request-context.js';

/**
 * Who may call a route: `public` everybody, without a token; `owner` the Owner; `administrators` the Owner and
 * Administrators; `member` everybody in the organization with a valid token.
 */
export type AccessRule = 'public' | 'owner' | 'administrators' | 'member';

/** Metadata key of a route's access rule. A route without one is for the Owner only. */
export const ACCESS_RULE = 'rolecall:access-rule';

/** Open without a token. */
export const Public = () => SetMetadata<string, AccessRule>(ACCESS_RULE, 'public');

/** Only the Owner, as in all of SCIM. */
export const OwnerOnly = () =>
  applyDecorators(SetMetadata<string, AccessRule>(ACCESS_RULE, 'owner'), ApiBearerAuth('bearer'));

/** The Owner and Administrators. */
export const AdministratorsOnly = () =>
  applyDecorators(SetMetadata<string, AccessRule>(ACCESS_RULE, 'administrators'), ApiBearerAuth('bearer'));

/** Everybody in the organization, for what is their own; the service decides what that is. */
export const AnyMember = () =>
  applyDecorators(SetMetadata<string, AccessRule>(ACCESS_RULE, 'member'), ApiBearerAuth('bearer'));

/** The person who calls a route that is not public; the guard lets no such request pass without one. */
export function actorOf(): Actor {
  const { actor } = currentContext();
  if (!actor) throw new Error('A route that needs an actor is public');
  return actor;
}

/** The person whose token the request carries. */
export const CurrentActor = createParamDecorator(() => actorOf());
