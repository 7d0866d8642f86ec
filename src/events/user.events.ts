import { DomainEvent } from './domain-event.js';

/** An account came into being, over SCIM or REST. */
export class UserCreated extends DomainEvent {
  constructor(
    organizationId: number,
    readonly userId: number,
  ) {
    super(organizationId);
  }
}

/** Attributes of an account changed; `email` and `userName` may be among them (a rename of the same account). */
export class UserChanged extends DomainEvent {
  constructor(
    organizationId: number,
    readonly userId: number,
  ) {
    super(organizationId);
  }
}

/** `active` went from true to false. */
export class UserDeactivated extends DomainEvent {
  constructor(
    organizationId: number,
    readonly userId: number,
  ) {
    super(organizationId);
  }
}

/** `active` went from false to true, or a deleted account was revived. */
export class UserReactivated extends DomainEvent {
  constructor(
    organizationId: number,
    readonly userId: number,
  ) {
    super(organizationId);
  }
}

/** The resource is gone for SCIM; the account is kept, without access. */
export class UserDeleted extends DomainEvent {
  constructor(
    organizationId: number,
    readonly userId: number,
  ) {
    super(organizationId);
  }
}

/** The platform told of a sign-in through single sign-on; it may be the first of many. */
export class UserSignedIn extends DomainEvent {
  constructor(
    organizationId: number,
    readonly userId: number,
  ) {
    super(organizationId);
  }
}
