/**
 * A fact about one organization that has just become true inside the running transaction. Payloads are ids and
 * primitives; ids are the internal integers, since every subscriber lives in this process.
 */
export abstract class DomainEvent {
  constructor(readonly organizationId: number) {}
}
