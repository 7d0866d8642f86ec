import type { Actor } from '../../../platform/http/request-context.js';

/** What people are members of, besides the organization. */
export type ContainerKind = 'workspace' | 'project';

/** A workspace or project of an organization, which may or may not exist. */
export interface Container<Kind extends ContainerKind = ContainerKind> {
  readonly kind: Kind;
  readonly organizationId: number;
  readonly id: number;
}

/** A workspace of somebody's organization. */
export function workspaceOf({ organizationId }: Pick<Actor, 'organizationId'>, id: number): Container<'workspace'> {
  return { kind: 'workspace', organizationId, id };
}

/** A project of somebody's organization. */
export function projectOf({ organizationId }: Pick<Actor, 'organizationId'>, id: number): Container<'project'> {
  return { kind: 'project', organizationId, id };
}
