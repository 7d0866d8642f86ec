import { raw } from '@mikro-orm/core';
import { InjectRepository } from '@mikro-orm/nestjs';
import { EntityRepository } from '@mikro-orm/sql';
import { Injectable } from '@nestjs/common';
import { sql } from 'kysely';
import { Database } from '../../platform/database/database.js';
import { given } from '../../platform/database/given.js';
import { translateConstraints } from '../../platform/database/postgres-errors.js';
import type { Stored } from '../../platform/database/stored.js';
import { ValidationFailedError } from '../../platform/http/errors/rest-error.js';
import { foldName } from '../../text/index.js';
import { sortedBy } from './container-ordering.js';
import { type Workspace, WorkspaceEntity, type WorkspaceTables } from './workspace.entity.js';

export type WorkspaceRow = Stored<WorkspaceTables['workspaces']> & { readonly projects_count: number };

/** The properties of a workspace that clients write. */
export interface WorkspaceProperties {
  readonly title?: string;
  readonly description?: string | null;
  readonly color?: string | null;
  readonly isArchived?: boolean;
}

/** The properties of a new workspace. */
export type NewWorkspace = WorkspaceProperties & Pick<Workspace, 'title'>;

/** Filters the workspaces; a missing filter restricts nothing. */
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

/** Reads and writes workspaces. */
@Injectable()
export class WorkspaceRepository {
  constructor(
    @InjectRepository(WorkspaceEntity) private readonly workspaces: EntityRepository<Workspace>,
    private readonly database: Database,
  ) {}

  private get tables() {
    return this.database.tables<WorkspaceTables>();
  }

  /** @throws ValidationFailedError when the title is taken */
  async insert(organizationId: number, createdBy: number, workspace: NewWorkspace): Promise<Workspace> {
    const titleKey = foldName(workspace.title);
    const created = this.workspaces.create({ organizationId, createdBy, titleKey, ...workspace });
    await translateConstraints(CONSTRAINTS, () => this.workspaces.getEntityManager().persist(created).flush());
    return created;
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
   * @returns whether the workspace exists
   * @throws ValidationFailedError when the title is taken
   */
  async update(organizationId: number, id: number, { title, ...others }: WorkspaceProperties): Promise<boolean> {
    const titles = title === undefined ? {} : { title, titleKey: foldName(title) };
    const changes = { ...given(others), ...titles, updatedAt: raw('now()') };
    const changed = await translateConstraints(CONSTRAINTS, () =>
      this.workspaces.nativeUpdate({ organizationId, id }, changes),
    );
    return changed > 0;
  }

  async remove(organizationId: number, id: number): Promise<void> {
    await this.workspaces.nativeDelete({ organizationId, id });
  }

  /** @returns the ids of the workspaces with one of these titles, by folded title */
  async idsByTitle(organizationId: number, titles: readonly string[]): Promise<Map<string, number>> {
    if (titles.length === 0) return new Map();
    const keys = [...new Set(titles.map(foldName))];
    const named = await this.database.rows(sql<Pick<Stored<WorkspaceTables['workspaces']>, 'id' | 'title_key'>>`
      select id, title_key from workspaces
       where organization_id = ${organizationId} and not is_personal and title_key = any(${keys}::text[])`);
    return new Map(named.map(({ id, title_key }) => [title_key, id]));
  }

  /** Creates the workspaces that are missing among these titles, in one statement. @returns the new ones */
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
