import { Injectable, type OnModuleInit } from '@nestjs/common';
import { DiscoveryService, MetadataScanner, Reflector } from '@nestjs/core';
import type { DomainEvent } from '../../events/index.js';
import { DOMAIN_EVENT_SUBSCRIPTIONS, type DomainEventClass } from './on-domain-event.decorator.js';

type Handler = (event: DomainEvent) => Promise<void>;

/** Carries domain events from the module that publishes them to the subscribers, within one transaction. */
@Injectable()
export class DomainEventBus implements OnModuleInit {
  private readonly handlers = new Map<DomainEventClass, Handler[]>();

  constructor(
    private readonly discovery: DiscoveryService,
    private readonly scanner: MetadataScanner,
    private readonly reflector: Reflector,
  ) {}

  onModuleInit(): void {
    for (const { instance } of this.discovery.getProviders())
      if (typeof instance === 'object' && instance !== null) this.subscribeAll(instance as Record<string, unknown>);
  }

  /**
   * Runs every subscriber of each event, one after the other, and resolves when all are done. Must be called inside the
   * transaction that made the events true. An error of a subscriber reaches the caller, and so rolls the transaction
   * back.
   */
  async publish(...events: DomainEvent[]): Promise<void> {
    for (const event of events)
      for (const handle of this.handlers.get(event.constructor as DomainEventClass) ?? []) await handle(event);
  }

  private subscribeAll(instance: Record<string, unknown>): void {
    for (const name of this.scanner.getAllMethodNames(Object.getPrototypeOf(instance) as object)) {
      const method = instance[name];
      if (typeof method !== 'function') continue;
      const events = this.reflector.get<DomainEventClass[] | undefined>(DOMAIN_EVENT_SUBSCRIPTIONS, method);
      for (const event of events ?? []) this.subscribe(event, method.bind(instance) as Handler);
    }
  }

  private subscribe(event: DomainEventClass, handler: Handler): void {
    this.handlers.set(event, [...(this.handlers.get(event) ?? []), handler]);
  }
}
