import { Injectable } from '@nestjs/common';
import { MappingsChanged, PlaceholderAbsorbing } from '../../events/index.js';
import { DomainEventBus } from '../../platform/events/domain-event-bus.js';
import { OnDomainEvent } from '../../platform/events/on-domain-event.decorator.js';
import { MappingRepository } from './mapping.repository.js';

/** Moves the mappings of an absorbed placeholder to the group that takes over its name. */
@Injectable()
export class TakeOverMappingsWhenPlaceholderAbsorbed {
  constructor(
    private readonly mappings: MappingRepository,
    private readonly events: DomainEventBus,
  ) {}

  @OnDomainEvent(PlaceholderAbsorbing)
  async handle({ organizationId, groupId, placeholderId }: PlaceholderAbsorbing): Promise<void> {
    await this.mappings.takeOver(organizationId, placeholderId, groupId);
    await this.events.publish(new MappingsChanged(organizationId, [groupId]));
  }
}
