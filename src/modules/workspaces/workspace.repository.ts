import { Injectable } from '@nestjs/common';
import { sql, type Selectable } from 'kysely';
import { Database } from '../../platform/database/database.js';
import { translateConstraints } from '../../platform/database/postgres-errors.js';
import { ValidationFailedError } from '../../platform/http/errors/rest-error.js';
import { foldCase } from '../../scim/index.js';
import type { WorkspaceTables } from './workspace.entity.js';

export type WorkspaceRow = Selectable<WorkspaceTables['workspaces']> & { readonly projects_count?: number };

/** What a new workspace is made of. */
export interface NewWorkspace {
  readonly title: string;
  readonly description?: string | null;
  readonly color?: string | null;
}

const CONSTRAINTS = {
  workspaces_title_key: () => new ValidationFailedError({ title: ['A workspace with this title exists already.'] }),
};

/** All SQL of workspaces. */
@Injectable()
export class WorkspaceRepository {
  constructor(private readonly database: Database) {}

  private get tables() {
    return this.database.tables<WorkspaceTables>();
  }

  /** @throws ValidationFailedError when the title is taken */
  async insert(organizationId: number, createdBy: number, workspace: NewWorkspace): Promise<{ id: number }> {
    return translateConstraints(CONSTRAINTS, () =>
      this.tables
        .insertInto('workspaces')
        .values({
          organization_id: organizationId,
          created_by: createdBy,
          title_key: foldCase(workspace.title),
          ...workspace,
        })
        .returning('id')
        .executeTakeFirstOrThrow(),
    );
  }

  async list(organizationId: number, id?: number): Promise<WorkspaceRow[]> {
    return this.database.rows<WorkspaceRow>(sql`
      select w.*, (select count(*)::integer from projects p
                    where p.organization_id = w.organization_id and p.workspace_id = w.id) as projects_count
        from workspaces w
       where w.organization_id = ${organizationId} ${id === undefined ? sql`` : sql`and w.id = ${id}`}
       order by w.id`);
  }

  /** Ids by folded title of the workspaces that bear one of these titles. */
  async idsByTitle(organizationId: number, titles: readonly string[]): Promise<Map<string, number>> {
    const keys = [...new Set(titles.map(foldCase))];
    if (keys.length === 0) return new Map();
    const rows = await this.tables
      .selectFrom('workspaces')
      .select(['id', 'title_key'])
      .where('organization_id', '=', organizationId)
      .where('is_personal', '=', false)
      .where('title_key', 'in', keys)
      .execute();
    return new Map(rows.map(({ id, title_key }) => [title_key, id]));
  }

  /** Creates those of the titles that no workspace bears, in one statement. */
  async insertMissing(organizationId: number, createdBy: number | null, titles: readonly string[]): Promise<void> {
    if (titles.length === 0) return;
    await this.tables
      .insertInto('workspaces')
      .values(
        titles.map((title) => ({
          organization_id: organizationId,
          created_by: createdBy,
          title,
          title_key: foldCase(title),
        })),
      )
      .onConflict((conflict) =>
        conflict.columns(['organization_id', 'title_key']).where('is_personal', '=', false).doNothing(),
      )
      .execute();
  }
}
