import { Injectable } from '@nestjs/common';
import { ValidationFailedError } from '../../platform/http/errors/rest-error.js';
import type { Actor } from '../../platform/http/request-context.js';
import { toProjectDto, type ProjectDto } from './project.dto.js';
import { ProjectRepository } from './project.repository.js';
import { ProjectsService } from './projects.service.js';
import { visibilityOf } from './visibility.js';
import type { PlacedProjectDto } from './workspace.dto.js';
import { WorkspacesService } from './workspaces.service.js';

/** Moves projects into workspaces and out of them, and lists them. */
@Injectable()
export class ProjectPlacement {
  constructor(
    private readonly workspaces: WorkspacesService,
    private readonly projects: ProjectsService,
    private readonly repository: ProjectRepository,
  ) {}

  async list(actor: Actor, workspaceId: number): Promise<ProjectDto[]> {
    await this.workspaces.get(actor, workspaceId);
    const filter = { visibleTo: visibilityOf(actor), workspaces: [workspaceId] };
    return (await this.repository.list(actor.organizationId, filter)).map(toProjectDto);
  }

  /** @throws ValidationFailedError for a project that the organization does not have */
  async add(actor: Actor, workspaceId: number, project: number): Promise<PlacedProjectDto> {
    await this.workspaces.get(actor, workspaceId);
    const existing = await this.repository.existing(actor.organizationId, [project]);
    if (!existing.has(project)) throw new ValidationFailedError({ project: [`There is no project ${project}.`] });
    await this.projects.update(actor, project, { workspace: workspaceId });
    return { project, workspace: workspaceId };
  }

  /** @throws NotFoundError for a project that is not in this workspace */
  async remove(actor: Actor, workspaceId: number, project: number | undefined): Promise<void> {
    if (project === undefined) throw new ValidationFailedError({ project: ['project must be given'] });
    await this.projects.update(actor, project, { workspace: null }, workspaceId);
  }
}
