import { randomUUID } from 'node:crypto';
import { sql, type RawBuilder } from 'kysely';
import {
  type DomainEvent,
  GroupMembersChanged,
  MappingsChanged,
  OrganizationChanged,
  PlaceholderAbsorbing,
  UserCreated,
  UserDeactivated,
  UserDeleted,
  UserReactivated,
} from '../../src/events/index.js';
import { AccessRepository } from '../../src/modules/provisioning/engine/projection/access.repository.js';
import { circumstance } from '../../src/modules/provisioning/engine/projection/occasion.js';
import { ExplainService } from '../../src/modules/provisioning/access-api/explain/explain.service.js';
import type { GivenRole } from '../../src/modules/provisioning/engine/rules/roles.js';
import { SignInService } from '../../src/modules/provisioning/access-api/sign-in/sign-in.service.js';
import type { Database } from '../../src/platform/database/database.js';
import { Transactions } from '../../src/platform/database/transactions.js';
import { DomainEventBus } from '../../src/platform/events/domain-event-bus.js';
import type { Actor } from '../../src/platform/http/request-context.js';
import type { TestServer } from '../support/test-server.js';
import { ManualGrants } from './manual-grants.js';
import { changeMapping, FormerRows } from './mapping-rows.js';
import { Names } from './names.js';
import { readExplanation } from './read-explanation.js';
import { insertOrganization } from './organization-row.js';
import { settingFields } from './setting-fields.js';
import type { ExplainedAccess, MappingChange, ProjectGrantRole, Setting, Settings, Stage } from './stage.js';

/**
 * The database with all subscribers of events: each step writes rows as the responsible module would, and publishes the
 * event. Every stage has an organization of its own.
 */
export class DatabaseStage implements Stage {
  readonly users = new Names('user');
  readonly workspaces = new Names('workspace', (title) =>
    this.insert(sql`insert into workspaces (organization_id, title, title_key) values (${this.id}, ${title}, ${title})
      returning id`),
  );
  readonly groups = new Names('group', (name) =>
    this.insert(sql`insert into groups (organization_id, scim_id, display_name, display_name_key, placeholder)
      values (${this.id}, ${randomUUID()}, ${name}, ${name}, true) returning id`),
  );
  readonly projects = new Names('project', (title) =>
    this.insert(sql`insert into projects (organization_id, title) values (${this.id}, ${title}) returning id`),
  );
  private readonly database: Database;
  private readonly manual: ManualGrants;

  private constructor(
    private readonly server: TestServer,
    readonly id: number,
  ) {
    this.database = server.database;
    this.manual = new ManualGrants(server.database, id);
  }

  static async open(server: TestServer, { users, projects, ...settings }: Setting): Promise<DatabaseStage> {
    const stage = new DatabaseStage(server, await insertOrganization(server.database, settings));
    for (const user of users) await stage.createUser(user, true);
    for (const [project, workspace] of Object.entries(projects)) await stage.moveProject(project, workspace);
    return stage;
  }

  async save(changes: readonly MappingChange[]): Promise<void> {
    await this.perform(async () => {
      const groupIds = new Set<number>();
      const former = new FormerRows();
      for (const change of changes) {
        const groupId = await this.groups.ensure(change.group);
        groupIds.add(groupId);
        const targetId = await this.targetOf(change);
        const rows = await this.database.rows(changeMapping(change, this.id, groupId, targetId));
        if (change.to === 'remove') for (const { role } of rows) former.add(change.kind, groupId, targetId ?? 0, role);
      }
      return [new MappingsChanged(this.id, [...groupIds], former)];
    });
  }

  async push(group: string, members: readonly string[]): Promise<void> {
    const ids = members.map((name) => this.users.known(name));
    await this.regroup(
      group,
      sql`select id from users where organization_id = ${this.id} and id = any(${ids}::integer[])`,
      sql`not (m.user_id = any(${ids}::integer[]))`,
    );
  }

  async join(group: string, user: string): Promise<void> {
    await this.regroup(group, sql`select ${this.users.known(user)}::integer as id`, sql`false`);
  }

  async leave(group: string, user: string): Promise<void> {
    await this.regroup(group, sql`select null::integer as id where false`, sql`m.user_id = ${this.users.known(user)}`);
  }

  async rename(group: string, to: string): Promise<void> {
    if (this.groups.has(to)) await this.absorb(group, to);
    await this.database.rows(sql`update groups set display_name = ${to}, display_name_key = ${to}
      where organization_id = ${this.id} and id = ${this.groups.known(group)}`);
    this.groups.rename(group, to);
  }

  async deleteGroup(group: string): Promise<void> {
    await this.push(group, []);
  }

  async createUser(name: string, active: boolean): Promise<void> {
    if (this.users.has(name)) return this.setActive(name, active);
    await this.perform(async () => {
      const id = await this.insert(sql`
        insert into users (organization_id, scim_id, user_name, user_name_key, is_owner, active)
        values (${this.id}, ${randomUUID()}, ${name}, ${name}, ${name === 'owner'}, ${active}) returning id`);
      this.users.set(name, id);
      return [new UserCreated(this.id, id)];
    });
  }

  async setActive(name: string, active: boolean): Promise<void> {
    const id = this.users.known(name);
    await this.perform(async () => {
      const changed = await this.database.rows(sql`update users set active = ${active}, deleted_at = null
         where organization_id = ${this.id} and id = ${id} and active <> ${active} returning id`);
      if (changed.length === 0) return [];
      return [active ? new UserReactivated(this.id, id) : new UserDeactivated(this.id, id)];
    });
  }

  async deleteUser(name: string): Promise<void> {
    const id = this.users.known(name);
    await this.perform(async () => {
      await this.database.rows(sql`update users set active = false, deleted_at = now()
        where organization_id = ${this.id} and id = ${id}`);
      return [new UserDeleted(this.id, id)];
    });
  }

  async signIn(name: string): Promise<void> {
    await this.server.app.get(SignInService).signIn(this.actor, this.users.known(name));
  }

  async changeSettings(changes: Partial<Settings>): Promise<void> {
    const columns = settingFields(changes).map(([name, value]) => sql`${sql.ref(name)} = ${value}`);
    if (columns.length === 0) return;
    await this.perform(async () => {
      await this.database.rows(sql`update organizations set ${sql.join(columns)} where id = ${this.id}`);
      return [
        new OrganizationChanged(
          this.id,
          settingFields(changes).map(([name]) => name),
        ),
      ];
    });
  }

  async setRole(name: string, role: GivenRole): Promise<void> {
    const userId = this.users.known(name);
    await this.perform(async () => {
      await this.manual.setRole(userId, role);
      await this.server.app.get(AccessRepository).projectRole(this.id, userId, 'hand', 'by hand');
      return [];
    });
  }

  async addToWorkspace(name: string, workspace: string): Promise<void> {
    await this.manual.addToWorkspace(this.users.known(name), await this.workspaces.ensure(workspace));
  }

  async removeFromWorkspace(name: string, workspace: string): Promise<void> {
    await this.manual.removeFromWorkspace(this.users.known(name), await this.workspaces.ensure(workspace));
  }

  async addToProject(name: string, project: string, role: ProjectGrantRole): Promise<void> {
    await this.manual.addToProject(this.users.known(name), this.projects.known(project), role);
  }

  async removeFromProject(name: string, project: string): Promise<void> {
    await this.manual.removeFromProject(this.users.known(name), this.projects.known(project));
  }

  async moveProject(project: string, workspace: string | null): Promise<void> {
    const projectId = await this.projects.ensure(project);
    const workspaceId = workspace === null ? null : await this.workspaces.ensure(workspace);
    await this.database.rows(sql`update projects set workspace_id = ${workspaceId}
      where organization_id = ${this.id} and id = ${projectId}`);
  }

  async access(name: string): Promise<ExplainedAccess> {
    const access = await this.server.app.get(ExplainService).access(this.actor, this.users.known(name));
    return readExplanation(access, this.workspaces.titles());
  }

  /** Evaluates everybody again. @returns how many assignments were wrong */
  async reconcile(): Promise<number> {
    const access = this.server.app.get(AccessRepository);
    return this.server.app
      .get(Transactions)
      .exclusive(this.id, () =>
        access.project(this.id, { kind: 'organization' }, circumstance('reconciliation'), 'reconcile'),
      );
  }

  private async absorb(group: string, placeholder: string): Promise<void> {
    const [groupId, placeholderId] = [this.groups.known(group), this.groups.known(placeholder)];
    await this.perform(() => Promise.resolve([new PlaceholderAbsorbing(this.id, groupId, placeholderId)]));
    await this.database.rows(sql`delete from groups where organization_id = ${this.id} and id = ${placeholderId}`);
  }

  private async targetOf(change: MappingChange): Promise<number | null> {
    if (change.kind === 'role') return null;
    return change.kind === 'workspace' ? this.workspaces.ensure(change.workspace) : this.projects.known(change.project);
  }

  private async regroup(group: string, joining: RawBuilder<unknown>, leaving: RawBuilder<unknown>): Promise<void> {
    const groupId = await this.groups.ensure(group);
    await this.perform(async () => {
      const left = await this.database.rows<{ user_id: number }>(sql`
        delete from group_members m where m.organization_id = ${this.id} and m.group_id = ${groupId} and ${leaving}
        returning m.user_id`);
      const joined = await this.database.rows<{ user_id: number }>(sql`
        insert into group_members (organization_id, group_id, user_id)
        select ${this.id}::integer, ${groupId}::integer, j.id from (${joining}) as j
        on conflict do nothing returning user_id`);
      const [added, removed] = [joined, left].map((rows) => rows.map(({ user_id }) => user_id));
      return [new GroupMembersChanged(this.id, groupId, added ?? [], removed ?? [])];
    });
  }

  private async perform(work: () => Promise<DomainEvent[]>): Promise<void> {
    await this.server.app.get(Transactions).shared(this.id, async () => {
      await this.server.app.get(DomainEventBus).publish(...(await work()));
    });
  }

  private async insert(statement: RawBuilder<unknown>): Promise<number> {
    const row = await this.database.row(statement as RawBuilder<{ id: number }>);
    if (!row) throw new Error('Nothing was inserted');
    return row.id;
  }

  /** The organization itself, as an actor. */
  get actor(): Actor {
    return { organizationId: this.id, userId: 0, scimId: '', email: null, role: 'OW' };
  }
}
