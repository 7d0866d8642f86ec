import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';

const READY = /ready on (http:\/\/[\w.:[\]]+)/;
const START_LIMIT_MS = 60_000;

/** As `npm start` has it. */
const NODE_OPTIONS = ['--max-semi-space-size=16'];

/** A server in a process of its own, the way an operator runs it. */
export class ServerProcess {
  private constructor(
    private readonly child: ChildProcess,
    readonly origin: string,
  ) {}

  /**
   * Starts what `npm run build` made and waits for the ready line.
   * @param log takes what it writes from then on, in pieces
   */
  static async start(settings: Readonly<Record<string, string>>, log?: (text: string) => void): Promise<ServerProcess> {
    const child = spawn(process.execPath, [...NODE_OPTIONS, 'main.js'], {
      // Where no .env is that somebody has for a server of their own.
      cwd: 'dist',
      env: { ...process.env, PORT: '0', ...settings },
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    const timer = setTimeout(() => child.kill('SIGKILL'), START_LIMIT_MS);
    for await (const line of createInterface({ input: child.stdout })) {
      const origin = READY.exec(line)?.[1];
      if (origin === undefined) continue;
      clearTimeout(timer);
      if (log) child.stdout.setEncoding('utf8').on('data', log);
      child.stdout.resume();
      return new ServerProcess(child, origin);
    }
    throw new Error('The server did not start');
  }

  /** Its process id, by which the system knows what it uses. */
  get pid(): number {
    const { pid } = this.child;
    if (pid === undefined) throw new Error('The server has no process');
    return pid;
  }

  /** Ends it without warning, as a crash does. */
  async kill(): Promise<void> {
    await this.end('SIGKILL');
  }

  /** Ends it as an orchestrator does. @returns the exit code */
  async stop(): Promise<number | null> {
    await this.end('SIGTERM');
    return this.child.exitCode;
  }

  /** Waits for nothing if the process is gone already, as after a key that ends everything. */
  private async end(signal: NodeJS.Signals): Promise<void> {
    if (this.child.exitCode !== null || this.child.signalCode !== null) return;
    const gone = once(this.child, 'exit');
    this.child.kill(signal);
    await gone;
  }
}
