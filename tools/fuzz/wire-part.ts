import type { Findings } from './findings.js';
import type { Session } from './session.js';
import { exchange, pause, Wire } from '../harness/wire.js';
import { type Attack, ATTACKS } from './wire-attacks.js';

const SLOW_CLIENTS = 100;
const PIPELINED = 40;
const LIMIT_MS = 1_000;

type Fault = string | undefined;

/** The target of the attacks: the server, with a valid token. */
export interface Target {
  readonly origin: string;
  readonly token: string;
  readonly owner: Session;
}

const requestIds = (text: string) => [...text.matchAll(/^x-request-id: \S+/gim)].length;

function judge({ expected }: Attack, statuses: readonly number[], text: string): Fault {
  const isRight = expected.every((possible, at) => possible.includes(statuses[at] ?? 0));
  if (!isRight || statuses.some((status) => status >= 500))
    return `answers ${statuses.join(', ') || 'nothing'}, not ${expected.map((some) => some.join(' or ')).join(', ')}`;

  return requestIds(text) < statuses.length ? 'an answer has no X-Request-Id' : undefined;
}

async function attack({ origin, token }: Target, attacked: Attack): Promise<Fault> {
  const begun = performance.now();
  const { statuses, text } = await exchange(origin, attacked.bytes(token), Math.max(1, attacked.expected.length));
  const took = performance.now() - begun;
  return judge(attacked, statuses, text) ?? (took > LIMIT_MS ? `it takes ${Math.round(took)} ms` : undefined);
}

/** Attacks up to three times. A fault counts only if it shows each time: the machine may have been busy. */
async function attackPatiently(target: Target, attacked: Attack): Promise<Fault> {
  let fault: Fault;
  for (let time = 0; time < 3; time++) {
    fault = await attack(target, attacked);
    if (fault === undefined) return undefined;
  }
  return fault;
}

async function slowestOf(owner: Session, times: number): Promise<number> {
  let slowest = 0;
  for (let time = 0; time < times; time++) {
    const begun = performance.now();
    await owner.send('GET', '/scim/v2/Users?count=1');
    slowest = Math.max(slowest, performance.now() - begun);
    await pause(50);
  }
  return slowest;
}

/** Opens many connections that send a byte now and then, half of them in the headers; nobody else may notice. */
async function trickle({ origin, token, owner }: Target): Promise<Fault> {
  const head = `POST /scim/v2/Users HTTP/1.1\r\nHost: fuzz.test\r\nAuthorization: Bearer ${token}\r\n`;
  const wires = Array.from({ length: SLOW_CLIENTS }, (_, at) => {
    const wire = new Wire(origin);
    wire.write(at % 2 ? head : `${head}Content-Type: application/json\r\nContent-Length: 100000\r\n\r\n{"a":"`);
    return wire;
  });
  const timer = setInterval(() => wires.forEach((wire) => wire.write('x')), 100);
  const slowest = await slowestOf(owner, 15);
  clearInterval(timer);
  wires.forEach((wire) => wire.end());
  return slowest > LIMIT_MS ? `others wait ${Math.round(slowest)} ms` : undefined;
}

/** Hangs up in the middle of a body; the request must have no effect. */
async function truncate({ origin, token }: Target): Promise<Fault> {
  const body = '{"userName":"cut-off@fuzz.test"}';
  const wire = new Wire(origin);
  wire.write(
    `POST /scim/v2/Users HTTP/1.1\r\nHost: fuzz.test\r\nAuthorization: Bearer ${token}\r\n` +
      `Content-Type: application/json\r\nContent-Length: ${body.length + 1}\r\n\r\n${body}`,
  );
  await pause(100);
  wire.end();
  return undefined;
}

/** Sends requests without waiting for answers; the answers must come in their order. */
async function pipeline({ origin, token }: Target): Promise<Fault> {
  const one = (at: number) =>
    `GET /scim/v2/Me HTTP/1.1\r\nHost: fuzz.test\r\nX-Request-Id: pipelined-${at}\r\nAuthorization: Bearer ${token}\r\n\r\n`;
  const { statuses, text } = await exchange(
    origin,
    Array.from({ length: PIPELINED }, (_, at) => one(at)).join(''),
    PIPELINED,
  );
  const order = [...text.matchAll(/x-request-id: pipelined-(\d+)/gi)].map(([, at]) => Number(at));
  const isRight = statuses.length === PIPELINED && statuses.every((status) => status === 200);
  return isRight && order.every((at, index) => at === index) ? undefined : `answers ${statuses.join(', ')}`;
}

const OTHERS: readonly (readonly [string, (target: Target) => Promise<Fault>])[] = [
  ['clients that trickle', trickle],
  ['a body cut off', truncate],
  ['pipelined requests', pipeline],
];

/** Attacks on the level of bytes, one after the other. @returns how many there were */
export async function attackOverWire(target: Target, findings: Findings): Promise<number> {
  const note = (name: string, fault: Fault) => {
    if (fault !== undefined) findings.add({ kind: `wire: ${name}`, faults: [fault], commands: [], seed: 0 });
  };
  for (const attacked of ATTACKS) note(attacked.name, await attackPatiently(target, attacked));
  for (const [name, other] of OTHERS) note(name, await other(target));
  return ATTACKS.length + OTHERS.length;
}
