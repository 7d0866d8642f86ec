import { DomainEvent, ImpendingEvent } from './domain-event.js';

/** The identity provider pushed a group for the first time, or adopted a placeholder. */
export class GroupCreated extends DomainEvent {
  static override readonly type = 'group.created';

  constructor(
    organizationId: number,
    readonly groupId: number,
  ) {
    super(organizationId);
  }
}

/** A group has a new name; everything that refers to the group still does. */
export class GroupRenamed extends DomainEvent {
  static override readonly type = 'group.renamed';

  constructor(
    organizationId: number,
    readonly groupId: number,
    readonly from: string,
    readonly to: string,
  ) {
    super(organizationId);
  }
}

/**
 * A group is being renamed to the name of a placeholder, which is about to disappear: what was said of the placeholder
 * is said of the group from now on. Published under the exclusive lock of the organization, while both rows exist.
 */
export class PlaceholderAbsorbing extends ImpendingEvent {
  static override readonly type = 'group.placeholder-absorbing';

  constructor(
    organizationId: number,
    readonly groupId: number,
    readonly placeholderId: number,
  ) {
    super(organizationId);
  }
}

/** A group took over the name of a placeholder, and everything that was said of it. */
export class PlaceholderAbsorbed extends DomainEvent {
  static override readonly type = 'group.placeholder-absorbed';

  constructor(
    organizationId: number,
    readonly groupId: number,
    readonly placeholderId: number,
    readonly displayName: string,
  ) {
    super(organizationId);
  }
}

/** Users joined or left a group. Names only users whose membership really changed. */
export class GroupMembersChanged extends DomainEvent {
  static override readonly type = 'group.members-changed';

  constructor(
    organizationId: number,
    readonly groupId: number,
    readonly addedUserIds: readonly number[],
    readonly removedUserIds: readonly number[],
  ) {
    super(organizationId);
  }
}

/** The identity provider deleted a group. `GroupMembersChanged` has named its members before. */
export class GroupDeleted extends DomainEvent {
  static override readonly type = 'group.deleted';

  constructor(
    organizationId: number,
    readonly groupId: number,
    readonly displayName: string,
  ) {
    super(organizationId);
  }
}
