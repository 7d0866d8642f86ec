import { setTimeout as delay } from 'node:timers/promises';

const RECOVERY_MS = 30_000;

async function statusOf(url: string): Promise<number> {
  const response = await fetch(url);
  await response.text();
  return response.status;
}

/** What a client must be told while the database is away, on each surface. */
const REFUSALS = [
  ['/scim/v2/Users', 'application/scim+json', /"status":"503"/],
  ['/api/users/', 'application/json', /"status_code":503/],
] as const;

/** Checks a server from outside while something is wrong. */
export class Witness {
  readonly problems: string[] = [];

  constructor(
    private readonly origin: string,
    private readonly token: string,
  ) {}

  /** Checks that the process says that it is alive, even without its database. */
  async checkAlive(): Promise<void> {
    const status = await statusOf(`${this.origin}/health/live`);
    if (status !== 200) this.problems.push(`/health/live is ${status}`);
  }

  /**
   * Checks that every answer is a 503 with `Retry-After` in the form of its surface, and that readiness says so, too.
   */
  async checkOutage(): Promise<void> {
    const ready = await statusOf(`${this.origin}/health/ready`);
    if (ready !== 503) this.problems.push(`/health/ready is ${ready} without a database`);
    for (const [path, type, form] of REFUSALS) {
      const answer = await fetch(this.origin + path, { headers: { authorization: `Bearer ${this.token}` } });
      const body = await answer.text();
      const isRight =
        answer.status === 503 &&
        /^\d+$/.test(answer.headers.get('retry-after') ?? '') &&
        (answer.headers.get('content-type') ?? '').startsWith(type) &&
        form.test(body);
      if (!isRight) this.problems.push(`${path} without a database: ${answer.status} ${body}`);
    }
  }

  /** @returns milliseconds until the server is ready again by itself */
  async awaitRecovery(): Promise<number> {
    const begun = performance.now();
    while (performance.now() - begun < RECOVERY_MS) {
      if ((await statusOf(`${this.origin}/health/ready`)) === 200) return performance.now() - begun;
      await delay(50);
    }
    this.problems.push(`not ready again after ${RECOVERY_MS} ms`);
    return RECOVERY_MS;
  }
}
