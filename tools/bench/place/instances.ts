import { ServerProcess } from '../../harness/server-process.js';
import { Target } from '../load/target.js';
import { startFloor } from './floor-process.js';

/** How many of each side there are. */
const INSTANCES = 2;

interface Running {
  readonly origin: string;
  readonly pid: number;
  stop(): Promise<unknown>;
}

/** @throws Error of the first one that does not start, after stopping the others */
async function startAll(starts: readonly Promise<Running>[]): Promise<Running[]> {
  const outcomes = await Promise.allSettled(starts);
  const running = outcomes.flatMap((outcome) => (outcome.status === 'fulfilled' ? [outcome.value] : []));
  const failed = outcomes.find((outcome) => outcome.status === 'rejected');
  if (failed === undefined) return running;
  await Promise.all(running.map((process) => process.stop()));
  throw failed.reason;
}

/** Two servers and two floors on one database. */
export class Instances {
  private isStopped = false;

  private constructor(
    private readonly processes: readonly Running[],
    readonly servers: readonly Target[],
    readonly floors: readonly Target[],
  ) {}

  /** @param settings of all of them; none knows of the others */
  static async start(settings: Readonly<Record<string, string>>, token: string): Promise<Instances> {
    const processes = await startAll([
      ...Array.from({ length: INSTANCES }, () => ServerProcess.start(settings)),
      ...Array.from({ length: INSTANCES }, () => startFloor(settings)),
    ]);
    const targets = processes.map((process) => Target.at(process, token));
    return new Instances(processes, targets.slice(0, INSTANCES), targets.slice(INSTANCES));
  }

  /** Ends all of them; calling it twice does no harm. */
  async stop(): Promise<void> {
    if (this.isStopped) return;
    this.isStopped = true;
    for (const target of [...this.servers, ...this.floors]) target.close();
    await Promise.all(this.processes.map((process) => process.stop()));
  }
}
