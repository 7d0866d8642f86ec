/**
 * A fact about one organization that has just become true inside the running transaction. Payloads are ids and
 * primitives; ids are the internal integers, since every subscriber lives in this process.
 */
export abstract class DomainEvent {
  /** The name under which the activity log keeps the fact, `group.members-changed`; it outlives the name of the class. */
  static readonly type: string;

  constructor(readonly organizationId: number) {}

  get type(): string {
    return (this.constructor as typeof DomainEvent).type;
  }
}

/**
 * What is about to happen in the running transaction, so that whoever keeps rows that point at what goes can let go of
 * them. The fact itself is stated when it is true.
 */
export abstract class ImpendingEvent extends DomainEvent {}
