import { Injectable, Logger, type OnApplicationBootstrap, type OnApplicationShutdown } from '@nestjs/common';
import { isUnavailable } from '../../../platform/database/postgres-errors.js';
import { Environment } from '../../../platform/environment.js';
import { ScimRequestFeed, type ServedScimRequest } from '../../../scim-server/http/scim-request-feed.js';
import { TokenOwners } from '../../../platform/http/token-owners.js';
import { type ScimRequestRecord, toScimRequestRecord } from './scim-request.record.js';
import { ScimRequestMetrics } from './scim-request.metrics.js';
import { ScimRequestRepository } from './scim-request.repository.js';

const EVERY_MS = 250;
const BATCH = 500;

/** Requests refused by the rate limit are counted in the metrics but not logged: their mass would fill the log. */
const TOO_MANY_REQUESTS = 429;

/** How many requests may wait to be written; each takes some kilobytes at most. */
const MAX_WAITING = 4_000;

interface Waiting {
  readonly record: ScimRequestRecord;
  /** Set if the request's organization is not known yet. */
  readonly token?: string;
}

/**
 * Writes the log of SCIM requests in batches, after the answers have left and in transactions of its own. When requests
 * come faster than the database takes them, or the database is away, the oldest are dropped; only their number appears
 * in the server's log.
 */
@Injectable()
export class ScimRequestRecorder implements OnApplicationBootstrap, OnApplicationShutdown {
  private readonly logger = new Logger(ScimRequestRecorder.name);
  private waiting: Waiting[] = [];
  private dropped = 0;
  private timer?: NodeJS.Timeout;
  private running: Promise<void> = Promise.resolve();

  constructor(
    private readonly environment: Environment,
    private readonly feed: ScimRequestFeed,
    private readonly owners: TokenOwners,
    private readonly requests: ScimRequestRepository,
    private readonly metrics: ScimRequestMetrics,
  ) {}

  onApplicationBootstrap(): void {
    if (this.environment.SCIM_REQUEST_RETENTION_DAYS === 0) return;
    this.metrics.watch(() => this.waiting.length);
    this.feed.listen((request) => {
      this.add(request);
    });
    this.timer = setInterval(() => void this.flush(), EVERY_MS).unref();
  }

  async onApplicationShutdown(): Promise<void> {
    clearInterval(this.timer);
    await this.flush();
  }

  /** Writes everything that waits, after the batch that is being written already. Failures are logged, never thrown. */
  async flush(): Promise<void> {
    this.running = this.running.then(() => this.write());
    await this.running;
  }

  private add(request: ServedScimRequest): void {
    if (request.status === TOO_MANY_REQUESTS) return;
    const record = toScimRequestRecord(request);
    const token = record.organization_id === undefined ? request.token : undefined;
    if (record.organization_id === undefined && token === undefined) return;
    this.waiting.push({ record, token });
    this.makeRoom();
  }

  private makeRoom(): void {
    const excess = this.waiting.length - MAX_WAITING;
    if (excess <= 0) return;
    this.waiting.splice(0, excess);
    this.drop(excess);
  }

  private drop(count: number): void {
    this.dropped += count;
    this.metrics.dropped(count);
  }

  private async write(): Promise<void> {
    while (this.waiting.length > 0) {
      const batch = this.waiting.splice(0, BATCH);
      try {
        await this.requests.insert(await this.ownedOf(batch));
      } catch (error) {
        if (this.keep(batch, error)) break;
      }
    }
    if (this.dropped > 0) this.logger.warn({ dropped: this.dropped }, 'SCIM requests missing from their log');
    this.dropped = 0;
  }

  /**
   * Keeps a batch if the database is away. @returns whether it did; a batch that was refused would be refused for ever
   */
  private keep(batch: readonly Waiting[], error: unknown): boolean {
    if (isUnavailable(error)) {
      this.waiting = [...batch, ...this.waiting];
      this.makeRoom();
      return true;
    }
    this.drop(batch.length);
    this.logger.error({ err: error }, 'SCIM requests could not be written to their log');
    return false;
  }

  /**
   * Finds the organizations of requests. Requests with a token that never existed belong to nobody, and are dropped.
   */
  private async ownedOf(batch: readonly Waiting[]): Promise<ScimRequestRecord[]> {
    const tokens = batch.flatMap(({ token }) => token ?? []);
    const organizations = await this.owners.organizationsOf(tokens);
    return batch
      .map(({ record, token }) =>
        token === undefined ? record : { ...record, organization_id: organizations.get(token) },
      )
      .filter(({ organization_id }) => organization_id !== undefined);
  }
}
