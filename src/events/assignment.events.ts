import { DomainEvent } from './domain-event.js';

/**
 * What came in took a working role, or access to a workspace or project, from a large share of those who work. It was
 * not held back, since an identity provider cannot confirm.
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

/** Somebody's organization role was set by hand (rule R4). */
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

/** Grants of a workspace came or went by hand. Only those whose grant really changed are named. */
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

/** Grants of a project came or went by hand. Only those whose grant really changed are named. */
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

/** Explicit roles in a project were given by hand, or taken: then `role` is null. */
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
