import { DomainEvent } from './domain-event.js';

/** A workspace was created: over REST, or because a mapping names it. */
export class WorkspaceCreated extends DomainEvent {
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
  constructor(
    organizationId: number,
    readonly workspaceId: number,
    readonly fields: readonly string[],
  ) {
    super(organizationId);
  }
}

/**
 * A workspace is gone for everybody. Stated while its row still stands, alone in the organization, so that whoever
 * keeps rows that point at it can let go of them.
 */
export class WorkspaceDeleted extends DomainEvent {
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
  constructor(
    organizationId: number,
    readonly projectId: number,
    readonly fields: readonly string[],
  ) {
    super(organizationId);
  }
}

/** A project went to another workspace, or out of all: who belongs to either reaches it from now on, or no more. */
export class ProjectMoved extends DomainEvent {
  constructor(
    organizationId: number,
    readonly projectId: number,
    readonly from: number | null,
    readonly to: number | null,
  ) {
    super(organizationId);
  }
}

/** A project is gone for everybody; stated while its row still stands, as with `WorkspaceDeleted`. */
export class ProjectDeleted extends DomainEvent {
  constructor(
    organizationId: number,
    readonly projectId: number,
    readonly title: string,
  ) {
    super(organizationId);
  }
}
