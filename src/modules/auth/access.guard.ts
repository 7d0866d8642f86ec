import { type ExecutionContext, Injectable, UnauthorizedException } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import { AuthGuard } from '@nestjs/passport';
import type { Request } from 'express';
import { ACCESS_RULE, type AccessRule } from '../../platform/http/access.decorators.js';
import { type Actor, currentContext } from '../../platform/http/request-context.js';
import { ForbiddenError, SensitiveError } from '../../scim/index.js';

const ALLOWED: Readonly<Record<Exclude<AccessRule, 'public'>, readonly string[]>> = {
  owner: ['OW'],
  administrators: ['OW', 'AD'],
  member: ['OW', 'AD', 'MA', 'RE', 'AN', 'NO'],
};

const REFUSALS: Readonly<Record<Exclude<AccessRule, 'public'>, string>> = {
  owner: "Only the Owner's tokens open this; ask the Owner of the organization for one",
  administrators: 'Only the Owner and Administrators may do this',
  member: 'This token may not do that',
};

/**
 * Stands before every route: reads who may call it, and finds out who calls. A route that says nothing is the Owner's.
 */
@Injectable()
export class AccessGuard extends AuthGuard('bearer') {
  constructor(private readonly reflector: Reflector) {
    super();
  }

  override async canActivate(context: ExecutionContext): Promise<boolean> {
    const handlers = [context.getHandler(), context.getClass()];
    const rule = this.reflector.getAllAndOverride<AccessRule | undefined>(ACCESS_RULE, handlers) ?? 'owner';
    if (rule === 'public') return true;
    this.readHeader(context.switchToHttp().getRequest<Request>());
    await super.canActivate(context);
    const { actor } = currentContext();
    if (!actor || !ALLOWED[rule].includes(actor.role)) throw new ForbiddenError(REFUSALS[rule]);
    return true;
  }

  /** Passport would find a token in a body, too; so it is shown the header and nothing else. */
  override getRequest(context: ExecutionContext): Pick<Request, 'headers'> {
    const { authorization } = context.switchToHttp().getRequest<Request>().headers;
    return { headers: { authorization } };
  }

  override handleRequest<User = Actor>(error: unknown, user: User | false | undefined): User {
    if (error) throw error as Error;
    if (!user) throw new UnauthorizedException();
    currentContext().actor = user as unknown as Actor;
    return user;
  }

  /**
   * Tokens count in the header only, never in a URL or a body. REST takes LSE's `Token` scheme as well; SCIM knows
   * `Bearer` alone (RFC 6750).
   */
  private readHeader(request: Request): void {
    const header = request.headers.authorization;
    if (header === undefined) throw new UnauthorizedException();
    if ('access_token' in request.query) {
      throw new SensitiveError('A token belongs into the Authorization header, not into the URL, where logs keep it');
    }
    if (currentContext().channel === 'rest') request.headers.authorization = header.replace(/^token\s+/i, 'Bearer ');
  }
}
