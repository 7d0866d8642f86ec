import type { ExpectedAccess } from './access.js';
import { expectAccess } from './access.js';
import type { AdministratorClient, Mappings } from './administrator-client.js';
import { shortName, type Cast, type GroupKey, type Person, type PersonKey } from './cast.js';
import type { Answer } from './http.js';
import { asList, at } from './json.js';
import type { OktaClient } from './okta-client.js';
import type { GroupMember } from './okta-operations.js';
import type { Stage } from './stage.js';
import { StoryBroken } from './story-broken.js';

/** The story so far: who plays, and the ids that the server gave them. */
export class Story {
  /** The role of people to whom no group gives one; read from the organization before anybody is created. */
  defaultRole = '';

  private readonly userIds = new Map<PersonKey, string>();
  private readonly accountIds = new Map<PersonKey, number>();
  private readonly groupIds = new Map<GroupKey, string>();

  constructor(
    readonly stage: Stage,
    readonly okta: OktaClient,
    readonly administrator: AdministratorClient,
    readonly cast: Cast,
  ) {}

  person(key: PersonKey): Person {
    return this.cast.people[key];
  }

  /** A name of the cast, for the screen. */
  short(name: string): string {
    return shortName(name, this.cast.run);
  }

  /** Keeps the SCIM id at this path of an answer, as Okta does for good once a user is linked. */
  rememberUser(key: PersonKey, answer: Answer, path = 'id'): void {
    this.userIds.set(key, requiredText(answer, path));
  }

  rememberGroup(key: GroupKey, answer: Answer, path = 'id'): void {
    this.groupIds.set(key, requiredText(answer, path));
  }

  /** @throws StoryBroken before the user is known. */
  userId(key: PersonKey): string {
    return known(this.userIds.get(key), key);
  }

  /** @throws StoryBroken before the group is known. */
  groupId(key: GroupKey): string {
    return known(this.groupIds.get(key), key);
  }

  members(...keys: readonly PersonKey[]): GroupMember[] {
    return keys.map((key) => ({ value: this.userId(key), display: this.person(key).userName }));
  }

  memberIds(...keys: readonly PersonKey[]): string[] {
    return keys.map((key) => this.userId(key)).sort();
  }

  /** Asks the server to explain a person's access, and checks what it says. */
  async explain(key: PersonKey, title: string, expected: ExpectedAccess): Promise<Answer> {
    const call = this.administrator.access(await this.accountId(key));
    return this.stage.step(title, call, (expect, answer) => expectAccess(expect, answer, expected));
  }

  /**
   * Adds rows to the settings. Saving replaces a list as a whole, so the present rows, including those of earlier runs,
   * are read first and sent along.
   */
  async map(title: string, added: Mappings): Promise<void> {
    const { stage, administrator } = this;
    const before = await stage.step('reads the SCIM settings', administrator.settings(), (expect, answer) =>
      expect.equal('status', answer.status, 200),
    );
    const lists = Object.fromEntries(
      Object.entries(added).map(([list, rows]) => [list, [...asList(at(before.body, list)), ...asList(rows)]]),
    );
    await stage.step(title, administrator.saveSettings(lists), (expect, answer) => {
      expect.equal('status', answer.status, 201);
      for (const [list, rows] of Object.entries(lists)) {
        const saved = asList(at(answer.body, list)).map(rowText);
        expect.equal(`number of ${list}`, saved.length, rows.length);
        expect.equal(`${list} that are missing`, absent(saved, rows.map(rowText)), []);
      }
    });
  }

  /** The integer id of a person in REST, looked up the first time it is needed. */
  private async accountId(key: PersonKey): Promise<number> {
    const cached = this.accountIds.get(key);
    if (cached !== undefined) return cached;
    const { givenName, userName } = this.person(key);
    const scimId = this.userId(key);
    const find = (answer: Answer) => asList(answer.body).find((user) => at(user, 'scim_id') === scimId);
    const call = this.administrator.usersByEmail(userName);
    const answer = await this.stage.step(`finds ${givenName}'s account by email`, call, (expect, found) => {
      expect.equal('status', found.status, 200);
      expect.equal('number of users', asList(found.body).length, 1);
      expect.equal('scim_id', at(find(found), 'scim_id'), scimId);
      expect.integer('id', at(find(found), 'id'));
    });
    const id = requiredNumber(find(answer), 'id');
    this.accountIds.set(key, id);
    return id;
  }
}

/** A row of the settings as text, independent of the order of its members. */
function rowText(row: unknown): string {
  if (Array.isArray(row)) return asList(row).join(' → ');
  return ['project_id', 'role', 'group'].map((name) => String(at(row, name))).join(' → ');
}

function absent(saved: readonly string[], wanted: readonly string[]): string[] {
  return wanted.filter((row) => !saved.includes(row));
}

function known(id: string | undefined, key: string): string {
  if (id === undefined) throw new StoryBroken(`Nothing is known of "${key}": the step that brings them in failed.`);
  return id;
}

/** @throws StoryBroken when the answer has no such string, because everything after this needs it. */
function requiredText(answer: Answer, path: string): string {
  const value = at(answer.body, path);
  if (typeof value === 'string' && value !== '') return value;
  throw new StoryBroken(`The answer has no "${path}", and the story cannot go on without it.`);
}

/** @throws StoryBroken when there is no such number, because everything after this needs it. */
export function requiredNumber(body: unknown, path: string): number {
  const value = at(body, path);
  if (typeof value === 'number') return value;
  throw new StoryBroken(`The answer has no number "${path}", and the story cannot go on without it.`);
}
