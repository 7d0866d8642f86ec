import { DomainEvent } from './domain-event.js';

/**
 * What came in took a working role, or access to a workspace or project, from a large share of those who work. It was
 * not held back, since an identity provider cannot confirm.
 */
export class LargeLossOfAccess extends DomainEvent {
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
export class RoleSetByHand extends DomainEvent {
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
  constructor(
    organizationId: number,
    readonly projectId: number,
    readonly userIds: readonly number[],
    readonly role: string | null,
  ) {
    super(organizationId);
  }
}
