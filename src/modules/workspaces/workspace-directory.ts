import { Injectable } from '@nestjs/common';
import { WorkspaceCreated } from '../../events/index.js';
import { DomainEventBus } from '../../platform/events/domain-event-bus.js';
import { foldName } from '../../text/index.js';
import { ProjectRepository } from './project.repository.js';
import { WorkspaceRepository } from './workspace.repository.js';

/** What other modules may ask of workspaces and projects and do with them. */
@Injectable()
export class WorkspaceDirectory {
  constructor(
    private readonly workspaces: WorkspaceRepository,
    private readonly projects: ProjectRepository,
    private readonly events: DomainEventBus,
  ) {}

  /**
   * Ids of the workspaces with these titles, in the same order; missing ones are created (rule G5), in the first of
   * several spellings.
   */
  async ensure(organizationId: number, createdBy: number | null, titles: readonly string[]): Promise<number[]> {
    const known = await this.workspaces.idsByTitle(organizationId, titles);
    const missing = new Map<string, string>();
    for (const title of titles) {
      const key = foldName(title);
      if (!known.has(key) && !missing.has(key)) missing.set(key, title);
    }
    const created = await this.workspaces.insertMissing(organizationId, createdBy, [...missing.values()]);
    await this.events.publish(...created.map(({ id, title }) => new WorkspaceCreated(organizationId, id, title)));
    const ids = missing.size === 0 ? known : await this.workspaces.idsByTitle(organizationId, titles);
    return titles.map((title) => ids.get(foldName(title))).filter((id) => id !== undefined);
  }

  /** Ids by folded title of the workspaces with these titles. */
  async find(organizationId: number, titles: readonly string[]): Promise<ReadonlyMap<string, number>> {
    return this.workspaces.idsByTitle(organizationId, titles);
  }

  /** The ids among these that are projects of the organization. */
  async existingProjects(organizationId: number, ids: readonly number[]): Promise<Set<number>> {
    return this.projects.existing(organizationId, ids);
  }
}
