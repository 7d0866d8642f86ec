import type { FactoryProvider, Type } from '@nestjs/common';
import { Environment } from '../environment.js';
import { Jobs } from '../jobs/jobs.js';
import { Removal } from './removal.js';

const HOUR_MS = 60 * 60 * 1000;

/** How long something is kept, and how it is removed afterwards. */
export interface RetentionRule<Repository> {
  /** What is kept, in words. */
  readonly of: string;
  readonly repository: Type<Repository>;
  readonly everyHours: number;
  /** Days after which something is too old; null to keep it for ever. */
  readonly days: (environment: Environment) => number | null;
  /** Removes at most `limit` of what is older than that, in all organizations, and returns how many it removed. */
  readonly removeSome: (repository: Repository, days: number, limit: number) => Promise<number>;
}

/** Removes what has been kept long enough. */
export interface Retention {
  /** @returns how many were removed */
  run(signal?: AbortSignal): Promise<number>;
}

/** Makes the provider that lets a module remove old data regularly, on one instance at a time. */
export function retention<Repository>(rule: RetentionRule<Repository>): FactoryProvider<Retention> {
  const name = `retention of ${rule.of}`;
  return {
    provide: Symbol(name),
    inject: [Environment, Jobs, Removal, rule.repository],
    useFactory: (environment: Environment, jobs: Jobs, removal: Removal, repository: Repository): Retention => {
      const days = rule.days(environment);
      if (days === null) return { run: () => Promise.resolve(0) };
      const removeSome = (limit: number) => rule.removeSome(repository, days, limit);
      const run = (signal?: AbortSignal) => removal.run(name, removeSome, signal);
      jobs.add({ name, everyMs: rule.everyHours * HOUR_MS, run });
      return { run };
    },
  };
}
