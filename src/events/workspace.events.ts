import { DomainEvent, ImpendingEvent } from './domain-event.js';

/** A workspace was created: over REST, or because a mapping names it. */
export class WorkspaceCreated extends DomainEvent {
  static override readonly type = 'workspace.created';

  constructor(
    organizationId: number,
    readonly workspaceId: number,
    readonly title: string,
  ) {
    super(organizationId);
  }
}

/** Fields of a workspace changed; `fields` names them as REST does. */
export class WorkspaceChanged extends DomainEvent {
  static override readonly type = 'workspace.changed';

  constructor(
    organizationId: number,
    readonly workspaceId: number,
    readonly fields: readonly string[],
  ) {
    super(organizationId);
  }
}

/** A workspace is about to be deleted; published under the exclusive lock of the organization. */
export class WorkspaceDeleting extends ImpendingEvent {
  static override readonly type = 'workspace.deleting';

  constructor(
    organizationId: number,
    readonly workspaceId: number,
  ) {
    super(organizationId);
  }
}

/** A workspace was deleted. */
export class WorkspaceDeleted extends DomainEvent {
  static override readonly type = 'workspace.deleted';

  constructor(
    organizationId: number,
    readonly workspaceId: number,
    readonly title: string,
  ) {
    super(organizationId);
  }
}

/** A project was created over REST, in a workspace or in none. */
export class ProjectCreated extends DomainEvent {
  static override readonly type = 'project.created';

  constructor(
    organizationId: number,
    readonly projectId: number,
    readonly title: string,
    readonly workspaceId: number | null,
  ) {
    super(organizationId);
  }
}

/** Fields of a project changed; `fields` names them as REST does. */
export class ProjectChanged extends DomainEvent {
  static override readonly type = 'project.changed';

  constructor(
    organizationId: number,
    readonly projectId: number,
    readonly fields: readonly string[],
  ) {
    super(organizationId);
  }
}

/**
 * A project was moved to another workspace, or out of all workspaces. Members of the new workspace reach it from now
 * on, members of the old one no longer do.
 */
export class ProjectMoved extends DomainEvent {
  static override readonly type = 'project.moved';

  constructor(
    organizationId: number,
    readonly projectId: number,
    readonly from: number | null,
    readonly to: number | null,
  ) {
    super(organizationId);
  }
}

/** A project is about to be deleted; published under the exclusive lock of the organization. */
export class ProjectDeleting extends ImpendingEvent {
  static override readonly type = 'project.deleting';

  constructor(
    organizationId: number,
    readonly projectId: number,
  ) {
    super(organizationId);
  }
}

/** A project was deleted. */
export class ProjectDeleted extends DomainEvent {
  static override readonly type = 'project.deleted';

  constructor(
    organizationId: number,
    readonly projectId: number,
    readonly title: string,
  ) {
    super(organizationId);
  }
}
