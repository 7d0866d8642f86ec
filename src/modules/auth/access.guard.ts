import {
  type CanActivate,
  type ExecutionContext,
  HttpException,
  Injectable,
  UnauthorizedException,
} from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import type { Request } from 'express';
import { AppError, ForbiddenError, SensitiveError } from '../../platform/errors.js';
import { ACCESS_RULE, type AccessRule } from '../../platform/http/access.decorators.js';
import { currentContext } from '../../platform/http/request-context.js';
import { BEARER, BearerStrategy, type Caller } from './bearer.strategy.js';
import { RateLimiter } from './rate-limit/rate-limiter.js';

const ALLOWED: Readonly<Record<Exclude<AccessRule, 'public'>, readonly string[]>> = {
  owner: ['OW'],
  administrators: ['OW', 'AD'],
  member: ['OW', 'AD', 'MA', 'RE', 'AN', 'NO'],
};

/**
 * The scheme before a token, with any number of blanks after it (RFC 6750 §2.1). REST also accepts LSE's `Token`; SCIM
 * accepts only `Bearer`.
 */
const SCHEME = { scim: /^bearer +/i, rest: /^(?:bearer|token)\s+/i };

const REFUSALS: Readonly<Record<Exclude<AccessRule, 'public'>, string>> = {
  owner: "Only the Owner's tokens open this; ask the Owner of the organization for one",
  administrators: 'Only the Owner and Administrators may do this',
  member: 'This token may not do that',
};

/** The middleware that passport makes of a strategy, as far as it is called here. */
type RequestReader = (request: Pick<Request, 'headers'>, response: object, next: (error: unknown) => void) => void;

/** Whether the caller failed to authenticate, rather than the server to check. */
function isRefusal(error: unknown): boolean {
  return error instanceof HttpException || error instanceof AppError;
}

/**
 * Guards every route: reads who may call it, finds out who calls, and counts the calls. A route without an access rule
 * is the Owner's.
 */
@Injectable()
export class AccessGuard implements CanActivate {
  constructor(
    private readonly reflector: Reflector,
    private readonly strategy: BearerStrategy,
    private readonly limiter: RateLimiter,
  ) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    const handlers = [context.getHandler(), context.getClass()];
    const rule = this.reflector.getAllAndOverride<AccessRule | undefined>(ACCESS_RULE, handlers) ?? 'owner';
    if (rule === 'public') return true;
    const { actor, tokenId } = await this.identify(context.switchToHttp().getRequest<Request>());
    currentContext().actor = actor;
    await this.limiter.countToken(tokenId);
    if (!ALLOWED[rule].includes(actor.role)) throw new ForbiddenError(REFUSALS[rule]);
    return true;
  }

  /**
   * Finds the caller. Requests without a valid token are counted by address, and refused like any others when there are
   * too many of them.
   */
  private async identify(request: Request): Promise<Caller> {
    try {
      return await this.authenticate(this.readHeader(request));
    } catch (error) {
      if (isRefusal(error)) await this.limiter.countStranger(request.ip ?? '');
      throw error;
    }
  }

  /**
   * Authenticates with passport, which gets the header and nothing else, because it would accept a token in a body,
   * too.
   */
  private authenticate(authorization: string): Promise<Caller> {
    return new Promise((resolve, reject) => {
      const decide = (error: Error | null, caller: Caller | false | null) => {
        if (error) reject(error);
        else if (caller) resolve(caller);
        else reject(new UnauthorizedException());
      };
      const passport = this.strategy.getPassportInstance();
      const middleware = passport.authenticate(BEARER, { session: false }, decide) as RequestReader;
      middleware({ headers: { authorization } }, {}, reject);
    });
  }

  /**
   * Reads the header; tokens are never accepted in a URL or a body.
   *
   * @returns the header in the one spelling that passport reads
   */
  private readHeader(request: Request): string {
    const header = request.headers.authorization;
    if (header === undefined) throw new UnauthorizedException();
    if ('access_token' in request.query)
      throw new SensitiveError('A token belongs into the Authorization header, not into the URL, where logs keep it');

    return header.replace(currentContext().channel === 'rest' ? SCHEME.rest : SCHEME.scim, 'Bearer ');
  }
}
