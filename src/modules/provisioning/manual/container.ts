import type { Actor } from '../../../platform/http/request-context.js';

/** The kinds of things that users are members of, besides the organization. */
export type ContainerKind = 'workspace' | 'project';

/** A workspace or project of an organization; it need not exist. */
export interface Container<Kind extends ContainerKind = ContainerKind> {
  readonly kind: Kind;
  readonly organizationId: number;
  readonly id: number;
}

/** A workspace in the caller's organization. */
export function workspaceOf({ organizationId }: Pick<Actor, 'organizationId'>, id: number): Container<'workspace'> {
  return { kind: 'workspace', organizationId, id };
}

/** A project in the caller's organization. */
export function projectOf({ organizationId }: Pick<Actor, 'organizationId'>, id: number): Container<'project'> {
  return { kind: 'project', organizationId, id };
}
