import { DomainEvent } from './domain-event.js';

/** Settings of an organization changed; `settings` names them as REST does. */
export class OrganizationChanged extends DomainEvent {
  static override readonly type = 'organization.changed';

  constructor(
    organizationId: number,
    readonly settings: readonly string[],
  ) {
    super(organizationId);
  }
}
