import { Injectable } from '@nestjs/common';
import { createHash } from 'node:crypto';
import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible';
import { Environment } from '../../../platform/environment.js';
import { TooManyRequestsError } from '../../../platform/errors.js';
import { networkOf } from './network-of.js';
import { RateLimitMetrics } from './rate-limit.metrics.js';

const WINDOW_SECONDS = 60;

/** How many counters all addresses share, so that a flood from everywhere takes no more memory than this. */
const ADDRESS_BUCKETS = 4_096;

function bucketOf(address: string): string {
  return String(createHash('sha256').update(networkOf(address)).digest().readUInt16BE() % ADDRESS_BUCKETS);
}

/**
 * Counts the requests of each minute on this instance, in its memory: by token, or by address without a valid token.
 * The two are counted apart, so that a flood of bad tokens from behind a proxy shuts out nobody with a good one.
 */
@Injectable()
export class RateLimiter {
  private readonly tokens: RateLimiterMemory;
  private readonly addresses: RateLimiterMemory;
  private readonly isOn: boolean;

  constructor(
    environment: Environment,
    private readonly metrics: RateLimitMetrics,
  ) {
    this.isOn = environment.RATE_LIMIT_PER_MINUTE > 0;
    const limits = { points: environment.RATE_LIMIT_PER_MINUTE, duration: WINDOW_SECONDS };
    this.tokens = new RateLimiterMemory({ ...limits, keyPrefix: 'token' });
    this.addresses = new RateLimiterMemory({ ...limits, keyPrefix: 'address' });
  }

  /**
   * Counts a request with a valid token.
   *
   * @throws TooManyRequestsError when the token's minute is used up
   */
  async countToken(tokenId: number): Promise<void> {
    if (this.isOn) await this.count(this.tokens, 'token', String(tokenId));
  }

  /**
   * Counts a request without a valid token.
   *
   * @throws TooManyRequestsError when the address's minute is used up
   */
  async countStranger(address: string): Promise<void> {
    if (this.isOn) await this.count(this.addresses, 'address', bucketOf(address));
  }

  private async count(limiter: RateLimiterMemory, by: 'token' | 'address', key: string): Promise<void> {
    try {
      await limiter.consume(key);
    } catch (refusal) {
      if (!(refusal instanceof RateLimiterRes)) throw refusal;
      this.metrics.limited(by);
      throw new TooManyRequestsError(Math.max(1, Math.ceil(refusal.msBeforeNext / 1000)));
    }
  }
}
