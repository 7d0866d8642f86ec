import { DomainEvent } from './domain-event.js';

/** An account was created, over SCIM or REST. */
export class UserCreated extends DomainEvent {
  static override readonly type = 'user.created';

  constructor(
    organizationId: number,
    readonly userId: number,
  ) {
    super(organizationId);
  }
}

/** Attributes of an account changed; `email` and `userName` may be among them (a rename of the same account). */
export class UserChanged extends DomainEvent {
  static override readonly type = 'user.changed';

  constructor(
    organizationId: number,
    readonly userId: number,
  ) {
    super(organizationId);
  }
}

/** `active` went from true to false. */
export class UserDeactivated extends DomainEvent {
  static override readonly type = 'user.deactivated';

  constructor(
    organizationId: number,
    readonly userId: number,
  ) {
    super(organizationId);
  }
}

/** `active` went from false to true, or a deleted account was revived. */
export class UserReactivated extends DomainEvent {
  static override readonly type = 'user.reactivated';

  constructor(
    organizationId: number,
    readonly userId: number,
  ) {
    super(organizationId);
  }
}

/** An account was deleted over SCIM: the resource is gone, the account is kept without access. */
export class UserDeleted extends DomainEvent {
  static override readonly type = 'user.deleted';

  constructor(
    organizationId: number,
    readonly userId: number,
  ) {
    super(organizationId);
  }
}

/** The platform reported a sign-in through single sign-on; not necessarily the first. */
export class UserSignedIn extends DomainEvent {
  static override readonly type = 'user.signed-in';

  constructor(
    organizationId: number,
    readonly userId: number,
  ) {
    super(organizationId);
  }
}
