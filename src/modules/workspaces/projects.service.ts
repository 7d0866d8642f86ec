import { Injectable } from '@nestjs/common';
import { ProjectChanged, ProjectCreated, ProjectDeleted, ProjectDeleting, ProjectMoved } from '../../events/index.js';
import { Transactions } from '../../platform/database/transactions.js';
import { NotFoundError } from '../../platform/errors.js';
import { DomainEventBus } from '../../platform/events/domain-event-bus.js';
import { type PageOf, rowsOn, toPage } from '../../platform/http/page.js';
import type { Actor } from '../../platform/http/request-context.js';
import {
  type CreateProjectDto,
  type ProjectDto,
  type ProjectsQuery,
  toProjectDto,
  type UpdateProjectDto,
} from './project.dto.js';
import { ProjectRepository, type ProjectRow } from './project.repository.js';
import { visibilityOf } from './visibility.js';

/** Projects: the Owner and Administrators see and change all, others see those in which they have a role. */
@Injectable()
export class ProjectsService {
  constructor(
    private readonly projects: ProjectRepository,
    private readonly transactions: Transactions,
    private readonly events: DomainEventBus,
  ) {}

  async page(actor: Actor, query: ProjectsQuery): Promise<PageOf<ProjectDto>> {
    const { ordering } = query;
    const filter = { ...query, visibleTo: visibilityOf(actor) };
    const count = await this.projects.count(actor.organizationId, filter);
    const rows = await this.projects.list(actor.organizationId, filter, { ordering, ...rowsOn(query) });
    return toPage(rows.map(toProjectDto), count, query);
  }

  /** @throws NotFoundError also for a project that the caller may not see */
  async get(actor: Actor, id: number): Promise<ProjectDto> {
    return toProjectDto(await this.find(actor, id));
  }

  async create(actor: Actor, input: CreateProjectDto): Promise<ProjectDto> {
    const { organizationId, userId } = actor;
    const { workspace = null, is_published: isPublished, ...fields } = input;
    const { id } = await this.transactions.shared(organizationId, async () => {
      const created = await this.projects.insert(organizationId, userId, {
        ...fields,
        isPublished,
        workspaceId: workspace,
      });
      await this.events.publish(new ProjectCreated(organizationId, created.id, input.title, workspace));
      return created;
    });
    return this.get(actor, id);
  }

  /**
   * @param home the workspace in which the project must be, if any
   * @throws ValidationFailedError when the workspace to move to does not exist in the organization
   */
  async update(actor: Actor, id: number, changes: UpdateProjectDto, home?: number): Promise<ProjectDto> {
    const names = Object.keys(changes);
    if (names.length === 0) return this.get(actor, id);
    const { organizationId } = actor;
    await this.transactions.shared(organizationId, async () => {
      const { workspace_id: from } = await this.find(actor, id, true);
      if (home !== undefined && from !== home)
        throw new NotFoundError(`There is no project ${id} in the workspace ${home}`);

      const { workspace: to = from, is_published: isPublished, ...fields } = changes;
      await this.projects.update(organizationId, id, { ...fields, isPublished, workspaceId: to });
      await this.events.publish(new ProjectChanged(organizationId, id, names));
      if (from !== to) await this.events.publish(new ProjectMoved(organizationId, id, from, to));
    });
    return this.get(actor, id);
  }

  /** Deletes a project, with its memberships and the mappings to it. */
  async delete(actor: Actor, id: number): Promise<void> {
    const { organizationId } = actor;
    await this.transactions.exclusive(organizationId, async () => {
      const { title } = await this.find(actor, id);
      await this.events.publish(new ProjectDeleting(organizationId, id));
      await this.projects.remove(organizationId, id);
      await this.events.publish(new ProjectDeleted(organizationId, id, title));
    });
  }

  private async find(actor: Actor, id: number, lock = false): Promise<ProjectRow> {
    const [row] = await this.projects.list(
      actor.organizationId,
      { ids: [id], visibleTo: visibilityOf(actor) },
      { offset: 0, limit: 1, lock },
    );
    if (!row) throw new NotFoundError(`There is no project ${id}`);
    return row;
  }
}
