import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';

const READY = /floor on (http:\/\/\S+)/;

/** The floor in a process of its own, as the server is. */
export class FloorProcess {
  private constructor(
    private readonly child: ChildProcess,
    readonly origin: string,
  ) {}

  /** @param settings of those of the server, `DATABASE_URL` and `DATABASE_POOL_MAX` */
  static async start(settings: Readonly<Record<string, string>>): Promise<FloorProcess> {
    const child = spawn(process.execPath, ['--import', 'tsx', 'tools/bench/floor/main.ts'], {
      env: { ...process.env, ...settings },
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    for await (const line of createInterface({ input: child.stdout })) {
      const origin = READY.exec(line)?.[1];
      if (origin !== undefined) return new FloorProcess(child, origin);
    }
    throw new Error('The floor did not start');
  }

  get pid(): number {
    const { pid } = this.child;
    if (pid === undefined) throw new Error('The floor has no process');
    return pid;
  }

  async stop(): Promise<void> {
    const gone = once(this.child, 'exit');
    this.child.kill('SIGTERM');
    await gone;
  }
}
