import { Module } from '@nestjs/common';
import { APP_FILTER, DiscoveryModule } from '@nestjs/core';
import { DatabaseModule } from './database/database.module.js';
import { EmbeddedMaintenance } from './database/embedded-maintenance.js';
import { PageRepository } from './database/page.repository.js';
import { EnvironmentModule } from './environment.module.js';
import { DomainEventBus } from './events/domain-event-bus.js';
import { DiscoveryController } from './http/scim/discovery.controller.js';
import { ErrorFilter } from './http/errors/error.filter.js';
import { ErrorForms } from './http/errors/error-forms.js';
import { HealthController } from './http/health.controller.js';
import { ScimBulkController } from './http/scim/scim-bulk.controller.js';
import { ScimBulk } from './http/scim/scim-bulk.js';
import { scimErrorForm } from './http/scim/scim-error-form.js';
import { ScimLists } from './http/scim/scim-lists.js';
import { ScimRequestFeed } from './http/scim/scim-request-feed.js';
import { ScimResourceHandlers } from './http/scim/scim-resource-handlers.js';
import { ScimSearchController } from './http/scim/scim-search.controller.js';
import { ScimSearch } from './http/scim/scim-search.js';
import { TokenOwners } from './http/token-owners.js';
import { VersionController } from './http/version.controller.js';
import { Jobs } from './jobs/jobs.js';
import { Removal } from './jobs/removal.js';
import { MetricsController } from './metrics/metrics.controller.js';
import { MetricsService } from './metrics/metrics.service.js';
import { Metrics } from './metrics/metrics.js';
import { PoolMetrics } from './metrics/pool.metrics.js';
import { RequestMetrics } from './metrics/request.metrics.js';

/** Settings, database, events and HTTP: what every module stands on. */
@Module({
  imports: [DiscoveryModule, EnvironmentModule, DatabaseModule],
  controllers: [
    HealthController,
    VersionController,
    MetricsController,
    DiscoveryController,
    ScimSearchController,
    ScimBulkController,
  ],
  providers: [
    ErrorForms,
    { provide: APP_FILTER, useClass: ErrorFilter },
    EmbeddedMaintenance,
    Jobs,
    Removal,
    Metrics,
    MetricsService,
    RequestMetrics,
    PoolMetrics,
    DomainEventBus,
    PageRepository,
    ScimLists,
    ScimResourceHandlers,
    ScimSearch,
    ScimBulk,
    ScimRequestFeed,
    TokenOwners,
  ],
  exports: [
    EnvironmentModule,
    DatabaseModule,
    Jobs,
    Removal,
    Metrics,
    DomainEventBus,
    ScimLists,
    ScimResourceHandlers,
    ScimRequestFeed,
    TokenOwners,
  ],
})
export class PlatformModule {
  constructor(forms: ErrorForms) {
    forms.register('scim', scimErrorForm);
  }
}
