import { setTimeout as delay } from 'node:timers/promises';
import { ServerProcess } from '../harness/server-process.js';
import { runCommands } from './command-line.js';
import { fill } from './fill.js';
import { Session } from './session.js';

/** The server, and its actors. */
export interface Stage {
  readonly server: ServerProcess;
  /** Tokens by actor; `nobody` has none. */
  readonly tokens: Readonly<Record<string, string | undefined>>;
  /** The Owner of the organization that most calls work on. */
  readonly alfa: Session;
  /** The Owner of the organization that must stay as it is. */
  readonly bravo: Session;
  /** The Owner of the Administrator's organization. */
  readonly charly: Session;
  readonly administratorId: number;
}

interface Founded {
  readonly id: number;
  readonly token: string;
}

const EXPIRY_MS = 1_500;

async function found(titles: readonly string[]): Promise<[Founded, Founded, Founded]> {
  const commands = titles.map((title) => {
    return ['organization', 'create', '--title', title, '--owner-email', `owner@${title}-only.test`];
  });
  return (await runCommands<Founded>(commands)) as [Founded, Founded, Founded];
}

/** Makes tokens of users with the command line: over REST, users can only make their own. */
async function tokensOf(people: readonly (readonly [organization: number, email: string])[]): Promise<string[]> {
  const commands = people.map(([organization, email]) => {
    return ['token', 'create', '--organization', String(organization), '--email', email, '--name', 'Fuzz'];
  });
  return (await runCommands<{ token: string }>(commands)).map(({ token }) => token);
}

/** Creates a user with a role set manually. @returns the id */
async function employ(owner: Session, email: string, role: string): Promise<number> {
  const { id } = (await owner.send('POST', '/api/users', { email })) as { id: number };
  await owner.send('PATCH', '/api/organizations/0/memberships', { user_id: id, role });
  return id;
}

async function deadTokens(owner: Session): Promise<{ expired: string; revoked: string }> {
  const expires_at = new Date(Date.now() + EXPIRY_MS).toISOString();
  const expired = (await owner.send('POST', '/api/tokens', { name: 'Expired', expires_at })) as { token: string };
  const revoked = (await owner.send('POST', '/api/tokens', { name: 'Revoked' })) as { id: number; token: string };
  await owner.send('DELETE', `/api/tokens/${revoked.id}`);
  await delay(EXPIRY_MS);
  return { expired: expired.token, revoked: revoked.token };
}

const DEACTIVATED = 'gone@bravo-only.test';
const ADMINISTRATOR = 'administrator@charly-only.test';
const PEOPLE = { manager: 'MA', reviewer: 'RE', annotator: 'AN' } as const;

async function populate(alfa: Session, bravo: Session, charly: Session): Promise<number> {
  await fill(alfa, 'alfa');
  await fill(bravo, 'bravo');
  for (const [name, role] of Object.entries(PEOPLE)) await employ(bravo, `${name}@bravo-only.test`, role);
  await employ(bravo, DEACTIVATED, 'AN');
  return employ(charly, ADMINISTRATOR, 'AD');
}

/**
 * Makes three organizations with the command line, fills them, and starts the server. Only one process at a time can
 * open an embedded database, so the server stops while tokens are made.
 *
 * @param log receives what the server logs while requests come
 */
export async function setStage(
  settings: Readonly<Record<string, string>>,
  log: (text: string) => void,
): Promise<Stage> {
  const founded = await found(['alfa', 'bravo', 'charly']);
  const [a, b, c] = founded;
  const first = await ServerProcess.start(settings);
  const owners = founded.map(({ token }) => new Session(first.origin, token)) as [Session, Session, Session];
  const administratorId = await populate(...owners);
  owners.forEach((owner) => owner.close());
  await first.stop();
  const [manager, reviewer, annotator, deactivated, administrator] = await tokensOf([
    ...Object.keys(PEOPLE).map((name) => [b.id, `${name}@bravo-only.test`] as const),
    [b.id, DEACTIVATED],
    [c.id, ADMINISTRATOR],
  ]);
  const server = await ServerProcess.start(settings, log);
  const [alfa, bravo, charly] = owners.map((owner) => owner.at(server.origin)) as [Session, Session, Session];
  await deactivate(bravo);
  const people = { manager, reviewer, annotator, deactivated, administrator };
  const tokens = { owner: a.token, ...people, ...(await deadTokens(alfa)), stranger: 'nobody-has-this-token' };
  return { server, tokens: { ...tokens, nobody: undefined }, alfa, bravo, charly, administratorId };
}

async function deactivate(bravo: Session): Promise<void> {
  const [person] = await bravo.get<{ scim_id: string }[]>(`/api/users?email=${DEACTIVATED}`);
  const Operations = [{ op: 'replace', value: { active: false } }];
  await bravo.send('PATCH', `/scim/v2/Users/${person?.scim_id}`, { Operations });
}
