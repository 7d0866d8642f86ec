import type { Caller } from './caller.js';
import type { FloorDatabase } from './floor-database.js';

const EVERY_MS = 250;

const INSERT = `
  insert into scim_requests (organization_id, received_at, request_id, actor_id, method, path, query, status, duration_ms)
  select organization_id, received_at, request_id, actor_id, method, path, query, status, duration_ms
    from jsonb_to_recordset($1::jsonb) as r (organization_id integer, received_at timestamptz, request_id text,
         actor_id integer, method text, path text, query text, status integer, duration_ms integer)`;

/** The log of SCIM requests, written in batches after the answers as the server does, without the bodies. */
export class RequestLog {
  private waiting: object[] = [];
  private readonly timer: NodeJS.Timeout;

  constructor(private readonly database: FloorDatabase) {
    this.timer = setInterval(() => void this.flush(), EVERY_MS);
  }

  add(caller: Caller, status: number, begun: number): void {
    const [path, query = null] = caller.path.split('?');
    this.waiting.push({
      organization_id: caller.organizationId,
      received_at: new Date().toISOString(),
      request_id: caller.requestId,
      actor_id: caller.userId,
      method: caller.method,
      path,
      query,
      status,
      duration_ms: Math.round(performance.now() - begun),
    });
  }

  async close(): Promise<void> {
    clearInterval(this.timer);
    await this.flush();
  }

  private async flush(): Promise<void> {
    if (this.waiting.length === 0) return;
    await this.database.query(INSERT, [JSON.stringify(this.waiting.splice(0))]);
  }
}
