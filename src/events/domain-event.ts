/**
 * A fact about one organization that has just become true inside the running transaction. Payloads are ids and
 * primitives. Ids are the internal integers, because every subscriber lives in this process.
 */
export abstract class DomainEvent {
  /** The name of the fact in the activity log, `group.members-changed`; it stays when the class is renamed. */
  static readonly type: string;

  constructor(readonly organizationId: number) {}

  get type(): string {
    return (this.constructor as typeof DomainEvent).type;
  }
}

/**
 * Something that is about to happen in the running transaction, so that modules can remove their rows that point at
 * what disappears. The fact itself is published once it is true.
 */
export abstract class ImpendingEvent extends DomainEvent {}
