import { Injectable } from '@nestjs/common';
import { WorkspaceChanged, WorkspaceCreated, WorkspaceDeleted, WorkspaceDeleting } from '../../events/index.js';
import { Transactions } from '../../platform/database/transactions.js';
import { AppError, NotFoundError } from '../../platform/errors.js';
import { DomainEventBus } from '../../platform/events/domain-event-bus.js';
import type { Actor } from '../../platform/http/request-context.js';
import { visibilityOf } from './visibility.js';
import type { CreateWorkspaceDto, UpdateWorkspaceDto, WorkspaceDto, WorkspacesQuery } from './workspace.dto.js';
import { WorkspaceRepository, type WorkspaceRow } from './workspace.repository.js';

function toDto(row: WorkspaceRow): WorkspaceDto {
  const { id, title, description, color, is_personal, is_archived, created_by, projects_count } = row;
  return { id, title, description, color, is_personal, is_archived, created_by, projects_count };
}

/** Workspaces: the Owner and Administrators see and change all, others see those that they are a member of. */
@Injectable()
export class WorkspacesService {
  constructor(
    private readonly workspaces: WorkspaceRepository,
    private readonly transactions: Transactions,
    private readonly events: DomainEventBus,
  ) {}

  async list(actor: Actor, query: WorkspacesQuery): Promise<WorkspaceDto[]> {
    const filter = { visibleTo: visibilityOf(actor), isArchived: query.is_archived, isPersonal: query.is_personal };
    return (await this.workspaces.list(actor.organizationId, filter, query.ordering)).map(toDto);
  }

  /** @throws NotFoundError also for a workspace that the caller may not see */
  async get(actor: Actor, id: number): Promise<WorkspaceDto> {
    return toDto(await this.find(actor, id));
  }

  async create(actor: Actor, { title, description, color, is_archived }: CreateWorkspaceDto): Promise<WorkspaceDto> {
    const { organizationId, userId } = actor;
    const { id } = await this.transactions.shared(organizationId, async () => {
      const properties = { title, description, color, isArchived: is_archived };
      const created = await this.workspaces.insert(organizationId, userId, properties);
      await this.events.publish(new WorkspaceCreated(organizationId, created.id, title));
      return created;
    });
    return this.get(actor, id);
  }

  async update(actor: Actor, id: number, changes: UpdateWorkspaceDto): Promise<WorkspaceDto> {
    const fields = Object.keys(changes);
    if (fields.length === 0) return this.get(actor, id);
    const { organizationId } = actor;
    await this.transactions.shared(organizationId, async () => {
      const { is_archived, ...others } = changes;
      const isKnown = await this.workspaces.update(organizationId, id, { ...others, isArchived: is_archived });
      if (!isKnown) throw unknownWorkspace(id);
      await this.events.publish(new WorkspaceChanged(organizationId, id, fields));
    });
    return this.get(actor, id);
  }

  /**
   * Deletes a workspace, with its memberships and the mappings to it.
   *
   * @throws AppError 400 while it has projects: the caller has to decide what happens to them
   */
  async delete(actor: Actor, id: number): Promise<void> {
    const { organizationId } = actor;
    await this.transactions.exclusive(organizationId, async () => {
      const { title, projects_count } = await this.find(actor, id);
      if (projects_count > 0)
        throw new AppError(400, `The workspace "${title}" holds ${projects_count} projects; move or delete them first`);

      await this.events.publish(new WorkspaceDeleting(organizationId, id));
      await this.workspaces.remove(organizationId, id);
      await this.events.publish(new WorkspaceDeleted(organizationId, id, title));
    });
  }

  private async find(actor: Actor, id: number): Promise<WorkspaceRow> {
    const [row] = await this.workspaces.list(actor.organizationId, { id, visibleTo: visibilityOf(actor) });
    if (!row) throw unknownWorkspace(id);
    return row;
  }
}

function unknownWorkspace(id: number): NotFoundError {
  return new NotFoundError(`There is no workspace ${id}`);
}
