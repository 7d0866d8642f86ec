import { Injectable } from '@nestjs/common';
import { MappingsChanged } from '../../events/index.js';
import { Transactions } from '../../platform/database/transactions.js';
import { DomainEventBus } from '../../platform/events/domain-event-bus.js';
import { ValidationFailedError } from '../../platform/http/errors/rest-error.js';
import type { Actor } from '../../platform/http/request-context.js';
import { GroupDirectory } from '../groups/index.js';
import { WorkspaceDirectory } from '../workspaces/index.js';
import { MappingRepository } from './mapping.repository.js';
import { nameOf, ORGANIZATION_ROLES, PROJECT_ROLES } from './role-names.js';
import { readScimSettings, type ScimSettings } from './scim-settings.js';

/** The administrator's rules: what a group gives to its members. */
@Injectable()
export class MappingsService {
  constructor(
    private readonly mappings: MappingRepository,
    private readonly groups: GroupDirectory,
    private readonly workspaces: WorkspaceDirectory,
    private readonly transactions: Transactions,
    private readonly events: DomainEventBus,
  ) {}

  async get({ organizationId }: Actor): Promise<ScimSettings> {
    const { roles, workspaces, projects } = await this.mappings.list(organizationId);
    return {
      roles_groups: roles.map(({ role, group }) => [nameOf(ORGANIZATION_ROLES, role), group]),
      workspaces_groups: workspaces.map(({ workspace, group }) => [workspace, group]),
      projects_groups: projects.map((row) => ({ ...row, role: nameOf(PROJECT_ROLES, row.role) })),
    };
  }

  /**
   * Replaces the lists that the body carries and leaves the others; everybody's access follows before this returns.
   * @throws ValidationFailedError when a row cannot be stored; then nothing is
   */
  async save(actor: Actor, body: unknown): Promise<ScimSettings> {
    const settings = readScimSettings(body);
    const { organizationId } = actor;
    await this.transactions.exclusive(organizationId, async () => {
      const changed = [
        ...(await this.saveRoles(organizationId, settings.roles_groups)),
        ...(await this.saveWorkspaces(actor, settings.workspaces_groups)),
        ...(await this.saveProjects(organizationId, settings.projects_groups)),
      ];
      if (changed.length > 0) await this.events.publish(new MappingsChanged(organizationId, [...new Set(changed)]));
      await this.groups.discardPlaceholders(organizationId);
    });
    return this.get(actor);
  }

  private async saveRoles(organizationId: number, rows: ScimSettings['roles_groups'] | undefined): Promise<number[]> {
    if (!rows) return [];
    const groupIds = await this.groups.ensure(
      organizationId,
      rows.map(([, group]) => group),
    );
    return this.mappings.replaceRoles(organizationId, {
      groupIds,
      roles: rows.map(([role]) => ORGANIZATION_ROLES[role]),
    });
  }

  private async saveWorkspaces(actor: Actor, rows: ScimSettings['workspaces_groups'] | undefined): Promise<number[]> {
    if (!rows) return [];
    const { organizationId, userId } = actor;
    const groupIds = await this.groups.ensure(
      organizationId,
      rows.map(([, group]) => group),
    );
    const workspaceIds = await this.workspaces.ensure(
      organizationId,
      userId,
      rows.map(([title]) => title),
    );
    return this.mappings.replaceWorkspaces(organizationId, { groupIds, workspaceIds });
  }

  private async saveProjects(
    organizationId: number,
    rows: ScimSettings['projects_groups'] | undefined,
  ): Promise<number[]> {
    if (!rows) return [];
    const projectIds = rows.map(({ project_id }) => project_id);
    const known = await this.workspaces.existingProjects(organizationId, projectIds);
    const unknown = [...new Set(projectIds)].filter((id) => !known.has(id));
    if (unknown.length > 0) {
      throw new ValidationFailedError({ projects_groups: unknown.map((id) => `There is no project ${id}.`) });
    }
    const groupIds = await this.groups.ensure(
      organizationId,
      rows.map(({ group }) => group),
    );
    return this.mappings.replaceProjects(organizationId, {
      groupIds,
      projectIds,
      roles: rows.map(({ role }) => PROJECT_ROLES[role]),
    });
  }
}
