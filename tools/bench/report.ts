import type { Figures } from './load/figures.js';
import type { Row } from './phase.js';

const COLUMNS = ['server /s', 'floor /s', 'ratio', 'p50 ms', 'p95 ms', 'p99 ms', 'CPU ms', 'floor', 'RSS MB'];
const TITLE_WIDTH = 46;
const WIDTH = 10;

function rounded(value: number): string {
  return value.toFixed(value < 10 ? 2 : value < 100 ? 1 : 0);
}

/** The server's throughput as a share of the floor's. */
function ratioOf(server: Figures, floor: Figures): number {
  return server.rate / floor.rate;
}

function line(title: string, cells: readonly string[]): string {
  return title.padEnd(TITLE_WIDTH) + cells.map((cell) => cell.padStart(WIDTH)).join('');
}

export function printHead(): void {
  console.log(line('', COLUMNS));
}

/** @param peak the most memory that the place's server used meanwhile, in mebibytes */
export function printRow({ title, server, floor, memory }: Row, peak: number): void {
  const compared = floor ? [rounded(floor.rate), ratioOf(server, floor).toFixed(2)] : ['', ''];
  const latencies = [server.p50, server.p95, server.p99].map(rounded);
  const cpu = floor ? [rounded(server.cpu), rounded(floor.cpu)] : ['', ''];
  console.log(line(title, [rounded(server.rate), ...compared, ...latencies, ...cpu, String(memory ?? peak)]));
}

/** Broken promises: answers that were refused, and what the phase itself found. */
export function failuresOf(rows: readonly Row[], failures: readonly string[]): string[] {
  const refused = rows.flatMap(({ title, server, floor }) =>
    [server, ...(floor ? [floor] : [])].flatMap(({ failed, requests, failure }) =>
      failure === undefined ? [] : [`${title}: ${failed} of ${requests} failed, such as ${failure}`],
    ),
  );
  return [...refused, ...failures];
}
