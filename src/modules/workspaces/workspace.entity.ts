import { defineEntity, type InferEntity, p } from '@mikro-orm/core';
import type { InferKyselyDB } from '@mikro-orm/sql';

/** A container of projects. `titleKey` is the folded title, for mappings and uniqueness. */
export const WorkspaceEntity = defineEntity({
  name: 'Workspace',
  tableName: 'workspaces',
  properties: {
    organizationId: p.integer().primary(),
    id: p.integer().primary().autoincrement().generated('by default as identity'),
    title: p.text(),
    titleKey: p.text(),
    description: p.text().nullable(),
    color: p.text().nullable().default('#FFFFFF'),
    isPersonal: p.boolean().default(false),
    isArchived: p.boolean().default(false),
    createdBy: p.integer().nullable(),
    createdAt: p.datetime().defaultRaw('now()'),
    updatedAt: p.datetime().defaultRaw('now()'),
  },
  uniques: [{ name: 'workspaces_title_key', properties: ['organizationId', 'titleKey'], where: 'not is_personal' }],
  checks: [{ name: 'workspaces_title_check', expression: 'length(title) >= 1 and length(title) <= 1000' }],
});

/** A project, which is in at most one workspace. */
export const ProjectEntity = defineEntity({
  name: 'Project',
  tableName: 'projects',
  properties: {
    organizationId: p.integer().primary(),
    id: p.integer().primary().autoincrement().generated('by default as identity'),
    title: p.text(),
    description: p.text().nullable(),
    color: p.text().nullable().default('#FFFFFF'),
    isPublished: p.boolean().default(false),
    workspaceId: p.integer().nullable(),
    createdBy: p.integer().nullable(),
    createdAt: p.datetime().defaultRaw('now()'),
    updatedAt: p.datetime().defaultRaw('now()'),
  },
  indexes: [{ name: 'projects_workspace_id_idx', properties: ['organizationId', 'workspaceId'] }],
});

/** A stored workspace. */
export type Workspace = InferEntity<typeof WorkspaceEntity>;

/** A stored project. */
export type Project = InferEntity<typeof ProjectEntity>;

/** The tables of this module, as queries see them. */
export type WorkspaceTables = InferKyselyDB<typeof WorkspaceEntity | typeof ProjectEntity>;
