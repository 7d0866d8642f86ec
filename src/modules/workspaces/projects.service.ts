import { Injectable } from '@nestjs/common';
import { Transactions } from '../../platform/database/transactions.js';
import { type PageOf, type PageQuery, toPage } from '../../platform/http/page.js';
import type { Actor } from '../../platform/http/request-context.js';
import { NotFoundError } from '../../scim/index.js';
import type { CreateProjectDto, ProjectDto } from './project.dto.js';
import { ProjectRepository, type ProjectRow } from './project.repository.js';

function toDto(row: ProjectRow): ProjectDto {
  const { id, title, description, color, workspace_title, is_published, created_by } = row;
  return {
    id,
    title,
    description,
    color,
    organization: row.organization_id,
    workspace: row.workspace_id,
    workspace_title,
    is_published,
    created_by,
    created_at: new Date(row.created_at).toISOString(),
  };
}

@Injectable()
export class ProjectsService {
  constructor(
    private readonly projects: ProjectRepository,
    private readonly transactions: Transactions,
  ) {}

  async page(actor: Actor, query: PageQuery): Promise<PageOf<ProjectDto>> {
    const count = await this.projects.count(actor.organizationId);
    const rows = await this.projects.page(actor.organizationId, query.offset, query.page_size);
    return toPage(rows.map(toDto), count, query);
  }

  async get(actor: Actor, id: number): Promise<ProjectDto> {
    const row = await this.projects.find(actor.organizationId, id);
    if (!row) throw new NotFoundError(`There is no project ${id}`);
    return toDto(row);
  }

  async create(actor: Actor, input: CreateProjectDto): Promise<ProjectDto> {
    const { organizationId, userId } = actor;
    const { title, description, color, is_published, workspace } = input;
    const { id } = await this.transactions.shared(organizationId, () =>
      this.projects.insert(organizationId, userId, {
        title,
        description,
        color,
        is_published,
        workspace_id: workspace ?? null,
      }),
    );
    return this.get(actor, id);
  }
}
