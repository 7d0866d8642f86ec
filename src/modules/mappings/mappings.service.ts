import { Injectable } from '@nestjs/common';
import { MappingsChanged } from '../../events/index.js';
import { Transactions } from '../../platform/database/transactions.js';
import { DomainEventBus } from '../../platform/events/domain-event-bus.js';
import type { Actor } from '../../platform/http/request-context.js';
import { GroupDirectory } from '../groups/index.js';
import { WorkspaceDirectory } from '../workspaces/index.js';
import type { MappingRows } from './mapping-rows.js';
import { MappingRepository } from './mapping.repository.js';
import { nameOf, ORGANIZATION_ROLES, PROJECT_ROLES } from './role-names.js';
import { readScimSettings, type ScimSettings } from './scim-settings.js';
import { type NamedThings, SettingsResolver } from './settings-resolver.js';
import { assertUnchanged } from './settings-version.js';

/** The administrator's rules: what a group gives to its members. */
@Injectable()
export class MappingsService {
  constructor(
    private readonly mappings: MappingRepository,
    private readonly resolver: SettingsResolver,
    private readonly groups: GroupDirectory,
    private readonly workspaces: WorkspaceDirectory,
    private readonly transactions: Transactions,
    private readonly events: DomainEventBus,
  ) {}

  async get({ organizationId }: Pick<Actor, 'organizationId'>): Promise<ScimSettings> {
    const { roles, workspaces, projects } = await this.mappings.list(organizationId);
    return {
      roles_groups: roles.map(({ role, group }) => [nameOf(ORGANIZATION_ROLES, role), group]),
      workspaces_groups: workspaces.map(({ workspace, group }) => [workspace, group]),
      projects_groups: projects.map((row) => ({ ...row, role: nameOf(PROJECT_ROLES, row.role) })),
    };
  }

  /**
   * Replaces the lists in the body and leaves the others alone; everybody's access is up to date before this returns.
   *
   * @param ifMatch entity tags, one of which the stored settings must have; without it any version is replaced
   * @returns what is stored afterwards
   * @throws ValidationFailedError when a row cannot be stored; then nothing is stored
   * @throws PreconditionFailedError when somebody has changed the settings since; then nothing is stored either
   */
  async save(actor: Actor, body: unknown, ifMatch?: string): Promise<ScimSettings> {
    const settings = readScimSettings(body);
    const { organizationId } = actor;
    return this.transactions.exclusive(organizationId, async () => {
      if (ifMatch !== undefined) assertUnchanged(ifMatch, await this.get(actor));
      const rows = await this.resolver.resolve(organizationId, settings, this.ensuring(actor));
      const changed = await this.replace(organizationId, rows);
      if (changed) await this.events.publish(changed);
      await this.groups.discardPlaceholders(organizationId);
      return this.get(actor);
    });
  }

  /** @returns what has changed, if anything */
  private async replace(organizationId: number, rows: MappingRows): Promise<MappingsChanged | undefined> {
    const roles = rows.roles ? await this.mappings.replaceRoles(organizationId, rows.roles) : [];
    const workspaces = rows.workspaces ? await this.mappings.replaceWorkspaces(organizationId, rows.workspaces) : [];
    const projects = rows.projects ? await this.mappings.replaceProjects(organizationId, rows.projects) : [];
    const groupIds = new Set([...roles, ...workspaces, ...projects].map(({ groupId }) => groupId));
    if (groupIds.size === 0) return undefined;
    return new MappingsChanged(organizationId, [...groupIds], {
      roles: roles.filter(({ isGone }) => isGone),
      workspaces: workspaces.filter(({ isGone }) => isGone),
      projects: projects.filter(({ isGone }) => isGone),
    });
  }

  private ensuring({ organizationId, userId }: Actor): NamedThings {
    return {
      groups: (names) => this.groups.ensure(organizationId, names),
      workspaces: (titles) => this.workspaces.ensure(organizationId, userId, titles),
    };
  }
}
