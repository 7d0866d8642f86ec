import { Injectable } from '@nestjs/common';
import { sql, type Selectable, type Updateable } from 'kysely';
import { Database } from '../../platform/database/database.js';
import { translateConstraints } from '../../platform/database/postgres-errors.js';
import { ValidationFailedError } from '../../platform/http/errors/rest-error.js';
import { foldName } from '../../text/index.js';
import { sortedBy } from './container-ordering.js';
import type { WorkspaceTables } from './workspace.entity.js';

export type WorkspaceRow = Selectable<WorkspaceTables['workspaces']> & { readonly projects_count: number };

/** What a new workspace is made of. */
export interface NewWorkspace {
  readonly title: string;
  readonly description?: string | null;
  readonly color?: string | null;
  readonly is_archived?: boolean;
}

/** Which workspaces are meant; what is missing restricts nothing. */
export interface WorkspaceFilter {
  /** Only workspaces that this user is a member of; null for no such limit. */
  readonly visibleTo: number | null;
  readonly id?: number;
  readonly isArchived?: boolean;
  readonly isPersonal?: boolean;
}

const SORT_KEYS = {
  id: sql`w.id`,
  title: sql`w.title_key`,
  created_at: sql`w.created_at`,
  updated_at: sql`w.updated_at`,
};

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
          title_key: foldName(workspace.title),
          ...workspace,
        })
        .returning('id')
        .executeTakeFirstOrThrow(),
    );
  }

  async list(organizationId: number, filter: WorkspaceFilter, ordering?: string): Promise<WorkspaceRow[]> {
    const { visibleTo, id, isArchived, isPersonal } = filter;
    return this.database.rows<WorkspaceRow>(sql`
      select w.*, (select count(*)::integer from projects p
                    where p.organization_id = w.organization_id and p.workspace_id = w.id) as projects_count
        from workspaces w
       where w.organization_id = ${organizationId} ${id === undefined ? sql`` : sql`and w.id = ${id}`}
         ${isArchived === undefined ? sql`` : sql`and w.is_archived = ${isArchived}`}
         ${isPersonal === undefined ? sql`` : sql`and w.is_personal = ${isPersonal}`}
         ${
           visibleTo === null
             ? sql``
             : sql`and exists (select from workspace_access a where a.organization_id = w.organization_id
                 and a.workspace_id = w.id and a.user_id = ${visibleTo})`
         }
       ${sortedBy(SORT_KEYS, ordering)}`);
  }

  /**
   * @returns whether there is such a workspace
   * @throws ValidationFailedError when the title is taken
   */
  async update(
    organizationId: number,
    id: number,
    { title, ...others }: Updateable<WorkspaceTables['workspaces']> & { readonly title?: string },
  ): Promise<boolean> {
    const changed = await translateConstraints(CONSTRAINTS, () =>
      this.tables
        .updateTable('workspaces')
        .set({
          ...others,
          ...(title === undefined ? {} : { title, title_key: foldName(title) }),
          updated_at: sql<never>`now()`,
        })
        .where('organization_id', '=', organizationId)
        .where('id', '=', id)
        .returning('id')
        .executeTakeFirst(),
    );
    return changed !== undefined;
  }

  async remove(organizationId: number, id: number): Promise<void> {
    await this.tables
      .deleteFrom('workspaces')
      .where('organization_id', '=', organizationId)
      .where('id', '=', id)
      .execute();
  }

  /** Ids by folded title of the workspaces that bear one of these titles. */
  async idsByTitle(organizationId: number, titles: readonly string[]): Promise<Map<string, number>> {
    const keys = [...new Set(titles.map(foldName))];
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

  /** Creates those of the titles that no workspace bears, in one statement. @returns what was created */
  async insertMissing(
    organizationId: number,
    createdBy: number | null,
    titles: readonly string[],
  ): Promise<{ id: number; title: string }[]> {
    if (titles.length === 0) return [];
    return this.tables
      .insertInto('workspaces')
      .values(
        titles.map((title) => ({
          organization_id: organizationId,
          created_by: createdBy,
          title,
          title_key: foldName(title),
        })),
      )
      .onConflict((conflict) =>
        conflict.columns(['organization_id', 'title_key']).where('is_personal', '=', false).doNothing(),
      )
      .returning(['id', 'title'])
      .execute();
  }
}
