import { Injectable, Logger } from '@nestjs/common';
import { PassportStrategy } from '@nestjs/passport';
import passport from 'passport';
import { Strategy } from 'passport-http-bearer';
import type { Actor } from '../../platform/http/request-context.js';
import { SameTurn } from '../../platform/same-turn.js';
import { AccessTokenRepository } from './access-token.repository.js';
import { hashToken } from './access-token.js';

/** Who calls, and with which of their tokens. */
export interface Caller {
  readonly actor: Actor;
  readonly tokenId: number;
}

/** The name of the strategy in passport. */
export const BEARER = 'bearer';

/**
 * Finds the person to whom a token belongs. It asks the database for each request, because a token may be invalid by
 * the next, but only once for requests that arrive together, as identity providers send them.
 */
@Injectable()
export class BearerStrategy extends PassportStrategy(Strategy, BEARER) {
  private authenticator?: passport.Authenticator;
  private readonly logger = new Logger(BearerStrategy.name);
  private readonly callers = new SameTurn((token) => this.find(token));

  constructor(private readonly tokens: AccessTokenRepository) {
    super();
  }

  /**
   * A passport of this server's own; in the global one, a second server in the process would replace this one's
   * strategy.
   */
  getPassportInstance(): passport.Authenticator {
    return (this.authenticator ??= new passport.Authenticator());
  }

  validate(token: string): Promise<Caller | false> {
    return this.callers.ask(token);
  }

  private async find(token: string): Promise<Caller | false> {
    const bearer = await this.tokens.findBearer(hashToken(token));
    if (!bearer) return false;
    const { tokenId, isStale, ...actor } = bearer;
    if (isStale) await this.noteUse(actor.organizationId, tokenId);
    return { actor, tokenId };
  }

  /** Records the use of a token; a failure to do so does not fail the request. */
  private async noteUse(organizationId: number, tokenId: number): Promise<void> {
    try {
      await this.tokens.touch(organizationId, tokenId);
    } catch (error) {
      this.logger.warn({ err: error }, 'last use of a token not noted');
    }
  }
}
