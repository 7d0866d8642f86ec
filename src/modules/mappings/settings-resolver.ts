import { Injectable } from '@nestjs/common';
import { ValidationFailedError } from '../../platform/http/errors/rest-error.js';
import { WorkspaceDirectory } from '../workspaces/index.js';
import type { MappingRows, ProjectRows, RoleRows, WorkspaceRows } from './mapping-rows.js';
import { ORGANIZATION_ROLES, PROJECT_ROLES } from './role-names.js';
import type { ScimSettings } from './scim-settings.js';

/**
 * Finds the things that names in the settings mean. Saving creates missing ones (rules G2 and G5), a preview only lists
 * them.
 */
export interface NamedThings {
  /** Ids of the groups with these names, in the same order. */
  groups(names: readonly string[]): Promise<readonly number[]>;
  /** Ids of the workspaces with these titles, in the same order. */
  workspaces(titles: readonly string[]): Promise<readonly number[]>;
}

type List<Name extends keyof ScimSettings> = ScimSettings[Name] | undefined;

/** Turns settings into rows, for saving and previews alike, so that what is previewed is what is saved. */
@Injectable()
export class SettingsResolver {
  constructor(private readonly directory: WorkspaceDirectory) {}

  /** @throws ValidationFailedError naming the projects that the organization does not have (rule G5) */
  async resolve(organizationId: number, settings: Partial<ScimSettings>, things: NamedThings): Promise<MappingRows> {
    await this.refuseUnknownProjects(organizationId, settings.projects_groups ?? []);
    return {
      roles: await this.roles(settings.roles_groups, things),
      workspaces: await this.workspaces(settings.workspaces_groups, things),
      projects: await this.projects(settings.projects_groups, things),
    };
  }

  private async roles(rows: List<'roles_groups'>, things: NamedThings): Promise<RoleRows | undefined> {
    return (
      rows && {
        groupIds: await things.groups(rows.map(([, group]) => group)),
        roles: rows.map(([role]) => ORGANIZATION_ROLES[role]),
      }
    );
  }

  private async workspaces(rows: List<'workspaces_groups'>, things: NamedThings): Promise<WorkspaceRows | undefined> {
    return (
      rows && {
        groupIds: await things.groups(rows.map(([, group]) => group)),
        workspaceIds: await things.workspaces(rows.map(([title]) => title)),
      }
    );
  }

  private async projects(rows: List<'projects_groups'>, things: NamedThings): Promise<ProjectRows | undefined> {
    return (
      rows && {
        groupIds: await things.groups(rows.map(({ group }) => group)),
        projectIds: rows.map(({ project_id }) => project_id),
        roles: rows.map(({ role }) => PROJECT_ROLES[role]),
      }
    );
  }

  private async refuseUnknownProjects(organizationId: number, rows: ScimSettings['projects_groups']): Promise<void> {
    const ids = [...new Set(rows.map(({ project_id }) => project_id))];
    const known = await this.directory.existingProjects(organizationId, ids);
    const unknown = ids.filter((id) => !known.has(id));
    if (unknown.length > 0)
      throw new ValidationFailedError({ projects_groups: unknown.map((id) => `There is no project ${id}.`) });
  }
}
