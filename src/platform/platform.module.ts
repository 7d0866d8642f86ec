import { Module } from '@nestjs/common';
import { APP_FILTER, DiscoveryModule } from '@nestjs/core';
import { DatabaseModule } from './database/database.module.js';
import { EmbeddedMaintenance } from './database/embedded-maintenance.js';
import { PageRepository } from '../scim-server/listing/page.repository.js';
import { EnvironmentModule } from './environment.module.js';
import { DomainEventBus } from './events/domain-event-bus.js';
import { DiscoveryController } from '../scim-server/discovery/discovery.controller.js';
import { ErrorFilter } from './http/errors/error.filter.js';
import { ErrorForms } from './http/errors/error-forms.js';
import { HealthController } from './http/health.controller.js';
import { ScimBulkController } from '../scim-server/bulk/scim-bulk.controller.js';
import { ScimBulk } from '../scim-server/bulk/scim-bulk.js';
import { scimErrorForm } from '../scim-server/http/scim-error-form.js';
import { ScimLists } from '../scim-server/listing/scim-lists.js';
import { ScimRequestFeed } from '../scim-server/http/scim-request-feed.js';
import { ScimResourceHandlers } from '../scim-server/resources/scim-resource-handlers.js';
import { ScimSearchController } from '../scim-server/search/scim-search.controller.js';
import { ScimSearch } from '../scim-server/search/scim-search.js';
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
