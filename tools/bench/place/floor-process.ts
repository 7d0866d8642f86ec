import { ServerProcess } from '../../harness/server-process.js';

const FLOOR = { args: ['--import', 'tsx', 'tools/bench/floor/main.ts'], ready: /floor on (http:\/\/\S+)/ };

/**
 * Starts the floor in a process of its own, as the server is.
 * @param settings of those of the server, `DATABASE_URL` and `DATABASE_POOL_MAX`
 */
export function startFloor(settings: Readonly<Record<string, string>>): Promise<ServerProcess> {
  return ServerProcess.run(FLOOR, settings);
}
