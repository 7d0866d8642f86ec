import { Injectable } from '@nestjs/common';
import { sql, type Selectable } from 'kysely';
import { Database } from '../../platform/database/database.js';
import { translateConstraints } from '../../platform/database/postgres-errors.js';
import { ValidationFailedError } from '../../platform/http/errors/rest-error.js';
import type { WorkspaceTables } from './workspace.entity.js';

export type ProjectRow = Selectable<WorkspaceTables['projects']> & { readonly workspace_title: string | null };

/** What a new project is made of. */
export interface NewProject {
  readonly title: string;
  readonly description?: string | null;
  readonly color?: string | null;
  readonly is_published?: boolean;
  readonly workspace_id: number | null;
}

const CONSTRAINTS = {
  projects_workspace_id_fkey: () => new ValidationFailedError({ workspace: ['There is no such workspace.'] }),
};

/** All SQL of projects. */
@Injectable()
export class ProjectRepository {
  constructor(private readonly database: Database) {}

  private get tables() {
    return this.database.tables<WorkspaceTables>();
  }

  /** @throws ValidationFailedError when the workspace does not exist in the organization */
  async insert(organizationId: number, createdBy: number, project: NewProject): Promise<{ id: number }> {
    return translateConstraints(CONSTRAINTS, () =>
      this.tables
        .insertInto('projects')
        .values({ organization_id: organizationId, created_by: createdBy, ...project })
        .returning('id')
        .executeTakeFirstOrThrow(),
    );
  }

  async find(organizationId: number, id: number): Promise<ProjectRow | undefined> {
    return this.database.row<ProjectRow>(sql`
      select p.*, w.title as workspace_title from projects p
        left join workspaces w on w.organization_id = p.organization_id and w.id = p.workspace_id
       where p.organization_id = ${organizationId} and p.id = ${id}`);
  }

  async page(organizationId: number, offset: number, limit: number): Promise<ProjectRow[]> {
    return this.database.rows<ProjectRow>(sql`
      select p.*, w.title as workspace_title from projects p
        left join workspaces w on w.organization_id = p.organization_id and w.id = p.workspace_id
       where p.organization_id = ${organizationId} order by p.id limit ${limit} offset ${offset}`);
  }

  async count(organizationId: number): Promise<number> {
    const { total } = await this.tables
      .selectFrom('projects')
      .select(sql<number>`count(*)::integer`.as('total'))
      .where('organization_id', '=', organizationId)
      .executeTakeFirstOrThrow();
    return total;
  }

  /** Those of the ids that are projects of the organization. */
  async existing(organizationId: number, ids: readonly number[]): Promise<Set<number>> {
    if (ids.length === 0) return new Set();
    const rows = await this.tables
      .selectFrom('projects')
      .select('id')
      .where('organization_id', '=', organizationId)
      .where('id', 'in', [...ids])
      .execute();
    return new Set(rows.map(({ id }) => id));
  }
}
