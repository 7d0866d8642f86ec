import { Injectable } from '@nestjs/common';
import { Transactions } from '../../platform/database/transactions.js';
import type { Actor } from '../../platform/http/request-context.js';
import { NotFoundError } from '../../scim/index.js';
import type { CreateWorkspaceDto, WorkspaceDto } from './workspace.dto.js';
import { WorkspaceRepository, type WorkspaceRow } from './workspace.repository.js';

function toDto(row: WorkspaceRow): WorkspaceDto {
  const { id, title, description, color, is_personal, is_archived, created_by, projects_count } = row;
  return { id, title, description, color, is_personal, is_archived, created_by, projects_count: projects_count ?? 0 };
}

@Injectable()
export class WorkspacesService {
  constructor(
    private readonly workspaces: WorkspaceRepository,
    private readonly transactions: Transactions,
  ) {}

  async list(actor: Actor): Promise<WorkspaceDto[]> {
    return (await this.workspaces.list(actor.organizationId)).map(toDto);
  }

  async get(actor: Actor, id: number): Promise<WorkspaceDto> {
    const [row] = await this.workspaces.list(actor.organizationId, id);
    if (!row) throw new NotFoundError(`There is no workspace ${id}`);
    return toDto(row);
  }

  async create(actor: Actor, input: CreateWorkspaceDto): Promise<WorkspaceDto> {
    const { organizationId, userId } = actor;
    const { title, description, color } = input;
    const { id } = await this.transactions.shared(organizationId, () =>
      this.workspaces.insert(organizationId, userId, { title, description, color }),
    );
    return this.get(actor, id);
  }
}
