import { Injectable, UnauthorizedException } from '@nestjs/common';
import { createHash, timingSafeEqual } from 'node:crypto';
import { Environment } from '../environment.js';
import { Metrics } from './metrics.js';

const digest = (text: string): Buffer => createHash('sha256').update(text).digest();

/** Hands the metrics to whoever may read them. */
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
   * @param authorization header of the request
   * @throws UnauthorizedException without the token that the settings ask for
   */
  async print(authorization = ''): Promise<string> {
    const token = /^bearer +(\S+)$/i.exec(authorization)?.[1] ?? '';
    if (this.expected && !timingSafeEqual(digest(token), this.expected)) throw new UnauthorizedException();
    return this.metrics.print();
  }
}
