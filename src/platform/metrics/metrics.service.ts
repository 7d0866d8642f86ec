import { Injectable, UnauthorizedException } from '@nestjs/common';
import { createHash, timingSafeEqual } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import { Environment } from '../environment.js';
import { ForbiddenError } from '../errors.js';
import { isFromThisMachine } from '../http/this-machine.js';
import { Metrics } from './metrics.js';

const digest = (text: string): Buffer => createHash('sha256').update(text).digest();

const FOR_THIS_MACHINE =
  'Without a token the metrics are for programs on this machine that ask the server itself, under localhost: to read ' +
  'them from elsewhere, set METRICS_TOKEN, and send it as Authorization: Bearer <METRICS_TOKEN>';

/** Gives out the metrics to those who may read them. */
@Injectable()
export class MetricsService {
  private readonly expected: Buffer | undefined;

  constructor(
    { METRICS_TOKEN: token }: Environment,
    private readonly metrics: Metrics,
  ) {
    this.expected = token === undefined ? undefined : digest(token);
  }

  /**
   * @throws UnauthorizedException without the token that the settings ask for
   * @throws ForbiddenError for a request from another machine, if the settings ask for no token
   */
  async print(request: Pick<IncomingMessage, 'socket' | 'headers'>): Promise<string> {
    if (this.expected) this.demandToken(this.expected, request.headers.authorization ?? '');
    else if (!isFromThisMachine(request)) throw new ForbiddenError(FOR_THIS_MACHINE);
    return this.metrics.print();
  }

  private demandToken(expected: Buffer, authorization: string): void {
    const token = /^bearer +(\S+)$/i.exec(authorization)?.[1] ?? '';
    if (!timingSafeEqual(digest(token), expected)) throw new UnauthorizedException();
  }
}
