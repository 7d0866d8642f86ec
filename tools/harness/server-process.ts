import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';

const START_LIMIT_MS = 60_000;

/** A program of Node.js that serves HTTP. */
interface Program {
  /** Arguments of `node`. */
  readonly args: readonly string[];
  /** The folder to run in; the current one by default. */
  readonly folder?: string;
  /** The line that says that it is ready; the first group is the origin. */
  readonly ready: RegExp;
}

/**
 * The result of `npm run build`, started as `npm start` does, but in a folder without the `.env` that a developer may
 * have.
 */
const ROLECALL: Program = {
  args: ['--max-semi-space-size=16', 'main.js'],
  folder: 'dist',
  ready: /ready on (http:\/\/[\w.:[\]]+)/,
};

/** A server in a process of its own, as an operator runs it. */
export class ServerProcess {
  private constructor(
    private readonly child: ChildProcess,
    readonly origin: string,
  ) {}

  /**
   * Starts the built server on a free port and waits for the ready line.
   *
   * @param log receives its output from then on, in pieces
   */
  static start(settings: Readonly<Record<string, string>>, log?: (text: string) => void): Promise<ServerProcess> {
    return ServerProcess.run(ROLECALL, { PORT: '0', ...settings }, log);
  }

  /** Starts any program in this way. @throws Error when it ends, or a minute passes, before it is ready */
  static async run(
    { args, folder, ready }: Program,
    settings: Readonly<Record<string, string>>,
    log?: (text: string) => void,
  ): Promise<ServerProcess> {
    const child = spawn(process.execPath, args, {
      cwd: folder,
      env: { ...process.env, ...settings },
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    const timer = setTimeout(() => child.kill('SIGKILL'), START_LIMIT_MS);
    for await (const line of createInterface({ input: child.stdout })) {
      const origin = ready.exec(line)?.[1];
      if (origin === undefined) continue;
      clearTimeout(timer);
      if (log) child.stdout.setEncoding('utf8').on('data', log);
      child.stdout.resume();
      return new ServerProcess(child, origin);
    }
    clearTimeout(timer);
    throw new Error(`The server did not start: node ${args.join(' ')}`);
  }

  /** Its process id. */
  get pid(): number {
    const { pid } = this.child;
    if (pid === undefined) throw new Error('The server has no process');
    return pid;
  }

  /** Ends it without warning, as a crash would. */
  async kill(): Promise<void> {
    await this.end('SIGKILL');
  }

  /** Ends it as an orchestrator would. @returns the exit code */
  async stop(): Promise<number | null> {
    await this.end('SIGTERM');
    return this.child.exitCode;
  }

  /** Ends it with a signal. Waits for nothing if the process has already ended, as after a key that ends everything. */
  private async end(signal: NodeJS.Signals): Promise<void> {
    if (this.child.exitCode !== null || this.child.signalCode !== null) return;
    const gone = once(this.child, 'exit');
    this.child.kill(signal);
    await gone;
  }
}
