import { Module } from '@nestjs/common';
import { APP_FILTER, DiscoveryModule } from '@nestjs/core';
import { DatabaseModule } from './database/database.module.js';
import { EnvironmentModule } from './environment.module.js';
import { DomainEventBus } from './events/domain-event-bus.js';
import { ErrorFilter } from './http/errors/error.filter.js';
import { ErrorForms } from './http/errors/error-forms.js';
import { HealthController } from './http/health.controller.js';
import { TokenOwners } from './http/token-owners.js';
import { VersionController } from './http/version.controller.js';
import { Jobs } from './jobs/jobs.js';
import { MetricsController } from './metrics/metrics.controller.js';
import { MetricsService } from './metrics/metrics.service.js';
import { Metrics } from './metrics/metrics.js';
import { PoolMetrics } from './metrics/pool.metrics.js';
import { RequestMetrics } from './metrics/request.metrics.js';
import { EmbeddedMaintenance } from './upkeep/embedded-maintenance.js';
import { GrownTables } from './upkeep/grown-tables.js';
import { Removal } from './upkeep/removal.js';

/** Settings, database, events and HTTP: what every module builds on, for every surface. */
@Module({
  imports: [DiscoveryModule, EnvironmentModule, DatabaseModule],
  controllers: [HealthController, VersionController, MetricsController],
  providers: [
    ErrorForms,
    { provide: APP_FILTER, useClass: ErrorFilter },
    EmbeddedMaintenance,
    GrownTables,
    Jobs,
    Removal,
    Metrics,
    MetricsService,
    RequestMetrics,
    PoolMetrics,
    DomainEventBus,
    TokenOwners,
  ],
  exports: [EnvironmentModule, DatabaseModule, Jobs, Removal, Metrics, DomainEventBus, ErrorForms, TokenOwners],
})
export class PlatformModule {}
