import { Injectable } from '@nestjs/common';
import { foldCase } from '../../scim/index.js';
import { ProjectRepository } from './project.repository.js';
import { WorkspaceRepository } from './workspace.repository.js';

/** What other modules may ask of and do with workspaces and projects. */
@Injectable()
export class WorkspaceDirectory {
  constructor(
    private readonly workspaces: WorkspaceRepository,
    private readonly projects: ProjectRepository,
  ) {}

  /**
   * Ids of the workspaces with these titles, in the same order; those that do not exist are created (rule G5), in the
   * first of several spellings.
   */
  async ensure(organizationId: number, createdBy: number | null, titles: readonly string[]): Promise<number[]> {
    const known = await this.workspaces.idsByTitle(organizationId, titles);
    const missing = new Map<string, string>();
    for (const title of titles) {
      const key = foldCase(title);
      if (!known.has(key) && !missing.has(key)) missing.set(key, title);
    }
    await this.workspaces.insertMissing(organizationId, createdBy, [...missing.values()]);
    const ids = missing.size === 0 ? known : await this.workspaces.idsByTitle(organizationId, titles);
    return titles.map((title) => ids.get(foldCase(title))).filter((id) => id !== undefined);
  }

  /** Those of the ids that are projects of the organization. */
  async existingProjects(organizationId: number, ids: readonly number[]): Promise<Set<number>> {
    return this.projects.existing(organizationId, ids);
  }
}
