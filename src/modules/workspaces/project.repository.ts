import { raw } from '@mikro-orm/core';
import { InjectRepository } from '@mikro-orm/nestjs';
import { EntityRepository } from '@mikro-orm/sql';
import { Injectable } from '@nestjs/common';
import { sql, type RawBuilder } from 'kysely';
import { Database } from '../../platform/database/database.js';
import { given } from '../../platform/database/given.js';
import { translateConstraints } from '../../platform/database/postgres-errors.js';
import type { Stored } from '../../platform/database/stored.js';
import type { RowWindow } from '../../platform/http/page.js';
import { ValidationFailedError } from '../../platform/http/errors/rest-error.js';
import { foldCase } from '../../text/index.js';
import { sortedBy } from './container-ordering.js';
import { type Project, ProjectEntity, type WorkspaceTables } from './workspace.entity.js';

/** The creator of a project, with the fields that LSE's clients read. */
export interface ProjectCreator {
  readonly id: number;
  readonly username: string;
  readonly email: string | null;
  readonly first_name: string;
  readonly last_name: string;
}

export type ProjectRow = Omit<Stored<WorkspaceTables['projects']>, 'created_by'> & {
  readonly workspace_title: string | null;
  readonly created_by: ProjectCreator | null;
};

/** The properties of a project that clients write, and its workspace. */
export interface ProjectProperties {
  readonly title?: string;
  readonly description?: string | null;
  readonly color?: string | null;
  readonly isPublished?: boolean;
  readonly workspaceId: number | null;
}

/** The properties of a new project. */
export type NewProject = ProjectProperties & Pick<Project, 'title'>;

/** Filters the projects; a missing filter restricts nothing. */
export interface ProjectFilter {
  /** Only projects in which this user has a role by membership; null for no such limit. */
  readonly visibleTo: number | null;
  readonly ids?: readonly number[];
  readonly workspaces?: readonly number[];
  readonly search?: string;
  readonly title?: string;
  /** True asks for archived projects only. There are none, since nothing here archives a project. */
  readonly archived?: boolean;
}

/** Which rows of a list, in which order; `lock` locks them for the transaction. */
export interface ProjectWindow extends RowWindow {
  readonly ordering?: string;
  readonly lock?: boolean;
}

const CONSTRAINTS = {
  projects_workspace_id_fkey: () => new ValidationFailedError({ workspace: ['There is no such workspace.'] }),
};

const SORT_KEYS = {
  id: sql`p.id`,
  title: sql`lower(p.title)`,
  created_at: sql`p.created_at`,
  updated_at: sql`p.updated_at`,
};

function contains(text: RawBuilder<unknown>, part: string | undefined): RawBuilder<unknown> {
  return part === undefined ? sql`` : sql`and position(${foldCase(part)} in lower(${text})) > 0`;
}

function matching(organizationId: number, filter: ProjectFilter): RawBuilder<unknown> {
  const { visibleTo, ids, workspaces, search, title, archived } = filter;
  return sql`where p.organization_id = ${organizationId} ${archived ? sql`and false` : sql``}
    ${ids === undefined ? sql`` : sql`and p.id = any(${[...ids]}::integer[])`}
    ${workspaces === undefined ? sql`` : sql`and p.workspace_id = any(${[...workspaces]}::integer[])`}
    ${contains(sql`concat_ws(' ', p.title, p.description)`, search)} ${contains(sql`p.title`, title)}
    ${
      visibleTo === null
        ? sql``
        : sql`and exists (select from project_access a where a.organization_id = p.organization_id
            and a.project_id = p.id and a.user_id = ${visibleTo} and a.state = 'active')`
    }`;
}

/** Reads and writes projects. */
@Injectable()
export class ProjectRepository {
  constructor(
    @InjectRepository(ProjectEntity) private readonly projects: EntityRepository<Project>,
    private readonly database: Database,
  ) {}

  /** @throws ValidationFailedError when the workspace does not exist in the organization */
  async insert(organizationId: number, createdBy: number, project: NewProject): Promise<Project> {
    const created = this.projects.create({ organizationId, createdBy, ...project });
    await translateConstraints(CONSTRAINTS, () => this.projects.getEntityManager().persist(created).flush());
    return created;
  }

  async list(organizationId: number, filter: ProjectFilter, window?: ProjectWindow): Promise<ProjectRow[]> {
    return this.database.rows<ProjectRow>(sql`
      select p.id, p.organization_id, p.workspace_id, p.title, p.description, p.color, p.is_published, p.created_at,
             p.updated_at, w.title as workspace_title,
             (select jsonb_build_object('id', n.user_id, 'username', n.user_name, 'email', n.email,
                                        'first_name', n.first_name, 'last_name', n.last_name)
                from user_names n where n.organization_id = p.organization_id and n.user_id = p.created_by) as created_by
        from projects p
        left join workspaces w on w.organization_id = p.organization_id and w.id = p.workspace_id
        ${matching(organizationId, filter)} ${sortedBy(SORT_KEYS, window?.ordering)}
        ${window ? sql`limit ${window.limit} offset ${window.offset}` : sql``}
        ${window?.lock ? sql`for update of p` : sql``}`);
  }

  async count(organizationId: number, filter: ProjectFilter): Promise<number> {
    const row = await this.database.row<{ total: number }>(
      sql`select count(*)::integer as total from projects p ${matching(organizationId, filter)}`,
    );
    return row?.total ?? 0;
  }

  /** @throws ValidationFailedError when the workspace does not exist in the organization */
  async update(organizationId: number, id: number, properties: ProjectProperties): Promise<void> {
    const changes = { ...given(properties), updatedAt: raw('now()') };
    await translateConstraints(CONSTRAINTS, () => this.projects.nativeUpdate({ organizationId, id }, changes));
  }

  async remove(organizationId: number, id: number): Promise<void> {
    await this.projects.nativeDelete({ organizationId, id });
  }

  /** @returns those of the ids that belong to projects of the organization */
  async existing(organizationId: number, ids: readonly number[]): Promise<Set<number>> {
    if (ids.length === 0) return new Set();
    const existing = await this.database.rows(sql<{ id: number }>`
      select id from projects where organization_id = ${organizationId} and id = any(${[...ids]}::integer[])`);
    return new Set(existing.map(({ id }) => id));
  }
}
