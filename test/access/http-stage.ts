import { createHash, randomBytes } from 'node:crypto';
import { sql } from 'kysely';
import { UserDirectory } from '../../src/modules/users/index.js';
import { Transactions } from '../../src/platform/database/transactions.js';
import { Urn } from '../../src/scim/index.js';
import type { Answer, HttpClient } from '../support/http-client.js';
import type { TestServer } from '../support/test-server.js';
import type { Outcome } from './access-case.js';
import { Names } from './names.js';
import { insertOrganization } from './organization-row.js';
import { readExplanation } from './read-explanation.js';
import { SentSettings } from './sent-settings.js';
import { settingFields } from './setting-fields.js';
import type { ExplainedAccess, MappingChange, ProjectGrantRole, Setting, Settings, Stage } from './stage.js';
import type { GivenRole, Role } from '../../src/modules/provisioning/engine/rules/roles.js';

interface Workspace {
  readonly id: number;
  readonly title: string;
}

interface AccessExtension {
  readonly role: Role;
  readonly roleSource: string;
  readonly workspaces?: readonly { readonly display: string }[];
  readonly projects?: readonly { readonly display: string; readonly role?: string; readonly state: string }[];
}

function succeeded(answer: Answer): Answer {
  if (answer.status < 300) return answer;
  throw new Error(`${answer.status}: ${JSON.stringify(answer.body)}`);
}

/** Checks for success, or for the refusal of something that a rule makes ineffective. */
function succeededOrRefused(answer: Answer, ...refusals: number[]): void {
  if (!refusals.includes(answer.status)) succeeded(answer);
}

const addressOf = (user: string) => `${user}@case.test`;

function patchOp(...Operations: object[]): object {
  return { schemas: [Urn.patchOp], Operations };
}

/** The server as the identity provider and the administrator use it, in an organization of its own. */
export class HttpStage implements Stage {
  private readonly scimIds = new Map<string, string>();
  private readonly groupIds = new Map<string, string>();
  private readonly users = new Names('user', async (name) => {
    const [found] = succeeded(await this.rest.get(`/users/?email=${addressOf(name)}`)).body;
    return found.id as number;
  });
  private readonly projects = new Names('project');
  private readonly workspaces = new Names('workspace', async (title) => {
    return succeeded(await this.rest.post('/workspaces', { title })).body.id as number;
  });
  private readonly settings = new SentSettings();

  private constructor(
    private readonly scim: HttpClient,
    private readonly rest: HttpClient,
  ) {}

  static async open(server: TestServer, { users, projects, ...settings }: Setting): Promise<HttpStage> {
    const token = randomBytes(24).toString('hex');
    const owner = await foundOrganization(server, settings, token);
    const authorization = `Bearer ${token}`;
    const stage = new HttpStage(server.scim.with({ authorization }), server.rest.with({ authorization }));
    stage.scimIds.set('owner', owner.scimId);
    for (const user of users.filter((name) => name !== 'owner')) await stage.createUser(user, true);
    for (const [title, home] of Object.entries(projects)) {
      const workspace = home === null ? null : await stage.workspaces.ensure(home);
      stage.projects.set(title, succeeded(await stage.rest.post('/projects', { title, workspace })).body.id as number);
    }
    return stage;
  }

  async save(changes: readonly MappingChange[]): Promise<void> {
    this.settings.apply(changes);
    const body = this.settings.body((title) => this.projects.known(title));
    succeeded(await this.rest.post('/scim/settings', body));
  }

  async push(group: string, members: readonly string[]): Promise<void> {
    const id = this.groupIds.get(group);
    const body = { schemas: [Urn.group], displayName: group, members: members.map((user) => this.member(user)) };
    if (id === undefined) this.groupIds.set(group, succeeded(await this.scim.post('/Groups', body)).body.id as string);
    else succeeded(await this.scim.put(`/Groups/${id}`, body));
  }

  async join(group: string, user: string): Promise<void> {
    if (!this.groupIds.has(group)) return this.push(group, [user]);
    await this.patchGroup(group, { op: 'add', path: 'members', value: [this.member(user)] });
  }

  async leave(group: string, user: string): Promise<void> {
    await this.patchGroup(group, { op: 'remove', path: `members[value eq "${this.member(user).value}"]` });
  }

  async rename(group: string, to: string): Promise<void> {
    const id = await this.patchGroup(group, { op: 'replace', path: 'displayName', value: to });
    this.groupIds.delete(group);
    this.groupIds.set(to, id);
    this.settings.rename(group, to);
  }

  async deleteGroup(group: string): Promise<void> {
    succeeded(await this.scim.delete(`/Groups/${this.groupIds.get(group)}`));
    this.groupIds.delete(group);
  }

  async createUser(user: string, active: boolean): Promise<void> {
    const userName = addressOf(user);
    const created = succeeded(await this.scim.post('/Users', { schemas: [Urn.user], userName, active }));
    this.scimIds.set(user, created.body.id as string);
  }

  async setActive(user: string, active: boolean): Promise<void> {
    const body = patchOp({ op: 'replace', value: { active } });
    succeeded(await this.scim.patch(`/Users/${this.scimIds.get(user)}`, body));
  }

  async deleteUser(user: string): Promise<void> {
    succeeded(await this.scim.delete(`/Users/${this.scimIds.get(user)}`));
  }

  async signIn(user: string): Promise<void> {
    succeeded(await this.rest.post(`/users/${await this.users.ensure(user)}/sign-in`, {}));
  }

  async changeSettings(changes: Partial<Settings>): Promise<void> {
    succeeded(await this.rest.patch('/organizations/0', Object.fromEntries(settingFields(changes))));
  }

  async setRole(user: string, role: GivenRole): Promise<void> {
    const change = { user_id: await this.users.ensure(user), role };
    succeededOrRefused(await this.rest.patch('/organizations/0/memberships', change), 400, 403);
  }

  async addToWorkspace(user: string, workspace: string): Promise<void> {
    const path = await this.membersOf(workspace);
    succeeded(await this.rest.post(path, { user: await this.users.ensure(user) }));
  }

  async removeFromWorkspace(user: string, workspace: string): Promise<void> {
    const path = `${await this.membersOf(workspace)}?user_id=${await this.users.ensure(user)}`;
    succeededOrRefused(await this.rest.delete(path), 400, 404);
  }

  async addToProject(user: string, project: string, role: ProjectGrantRole): Promise<void> {
    const given = { project: this.projects.known(project), user: await this.users.ensure(user), role };
    if (role !== 'IN') return void succeeded(await this.rest.post('/projects/roles/', given));
    await this.removeFromProject(user, project);
    succeeded(await this.rest.post(`/projects/${given.project}/members/`, { user: given.user }));
  }

  async removeFromProject(user: string, project: string): Promise<void> {
    const path = `/projects/${this.projects.known(project)}/members/?user=${await this.users.ensure(user)}`;
    succeededOrRefused(await this.rest.delete(path), 400, 404);
  }

  async moveProject(project: string, title: string | null): Promise<void> {
    const workspace = title === null ? null : await this.workspaces.ensure(title);
    succeeded(await this.rest.patch(`/projects/${this.projects.known(project)}/`, { workspace }));
  }

  async access(user: string): Promise<ExplainedAccess> {
    const { body } = succeeded(await this.rest.get(`/users/${await this.users.ensure(user)}/access`));
    const isInWorkspace = JSON.stringify(body).includes('"kind":"workspace"');
    const workspaces = isInWorkspace ? succeeded(await this.rest.get('/workspaces')).body : [];
    return readExplanation(body, new Map((workspaces as Workspace[]).map(({ id, title }) => [id, title])));
  }

  /** The access extension of the SCIM User. */
  async scimAccess(user: string): Promise<Omit<Outcome, 'reason'>> {
    const { body } = succeeded(await this.scim.get(`/Users/${this.scimIds.get(user)}?attributes=${Urn.access}`));
    const { role, roleSource, workspaces, projects } = body[Urn.access] as AccessExtension;
    return {
      role,
      source: roleSource,
      workspaces: (workspaces ?? []).map(({ display }) => display).sort(),
      projects: Object.fromEntries((projects ?? []).map((project) => [project.display, project.role ?? project.state])),
    };
  }

  /** The members' path of a workspace, which a mapping may have created. */
  private async membersOf(title: string): Promise<string> {
    const known = succeeded(await this.rest.get('/workspaces/')).body as Workspace[];
    const id = known.find((workspace) => workspace.title === title)?.id ?? (await this.workspaces.ensure(title));
    return `/workspaces/${id}/memberships/`;
  }

  private member(user: string): { value: string } {
    return { value: this.scimIds.get(user) ?? '' };
  }

  private async patchGroup(group: string, operation: object): Promise<string> {
    const id = this.groupIds.get(group) ?? '';
    succeeded(await this.scim.patch(`/Groups/${id}`, patchOp(operation)));
    return id;
  }
}

/** Makes an organization, its Owner, and the Owner's token. */
async function foundOrganization({ app, database }: TestServer, settings: Settings, token: string) {
  return app.get(Transactions).plain(async () => {
    const organizationId = await insertOrganization(database, settings);
    const owner = await app.get(UserDirectory).createOwner(organizationId, addressOf('owner'), 'The Owner');
    await database.rows(sql`
      insert into access_tokens (organization_id, user_id, name, token_hash, prefix)
      values (${organizationId}, ${owner.id}, 'Case', ${createHash('sha256').update(token).digest()}, 'case')`);
    return owner;
  });
}
