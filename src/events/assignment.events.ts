import { DomainEvent } from './domain-event.js';

/**
 * A change of the identity provider took a working role, or access to a workspace or project, from a large share of the
 * working users. It was not refused, because an identity provider cannot confirm.
 */
export class LargeLossOfAccess extends DomainEvent {
  static override readonly type = 'access.large-loss';

  constructor(
    organizationId: number,
    /** Users who lost access. */
    readonly affected: number,
    /** Users who had a working role before. */
    readonly working: number,
  ) {
    super(organizationId);
  }
}

/** An organization role was set manually (rule R4). */
export class RoleSetManually extends DomainEvent {
  static override readonly type = 'role.set-manually';

  constructor(
    organizationId: number,
    readonly userId: number,
    readonly role: string,
  ) {
    super(organizationId);
  }
}

/** Manual grants of a workspace were given or taken. Names only users whose grant really changed. */
export class WorkspaceMembersChanged extends DomainEvent {
  static override readonly type = 'workspace.members-changed';

  constructor(
    organizationId: number,
    readonly workspaceId: number,
    readonly addedUserIds: readonly number[],
    readonly removedUserIds: readonly number[],
  ) {
    super(organizationId);
  }
}

/** Manual grants of a project were given or taken. Names only users whose grant really changed. */
export class ProjectMembersChanged extends DomainEvent {
  static override readonly type = 'project.members-changed';

  constructor(
    organizationId: number,
    readonly projectId: number,
    readonly addedUserIds: readonly number[],
    readonly removedUserIds: readonly number[],
  ) {
    super(organizationId);
  }
}

/** Explicit roles in a project were given manually, or taken: then `role` is null. */
export class ProjectRolesChanged extends DomainEvent {
  static override readonly type = 'project.roles-changed';

  constructor(
    organizationId: number,
    readonly projectId: number,
    readonly userIds: readonly number[],
    readonly role: string | null,
  ) {
    super(organizationId);
  }
}
