import { MikroOrmModule } from '@mikro-orm/nestjs';
import { Module } from '@nestjs/common';
import { PlatformModule } from '../../platform/platform.module.js';
import { ScimServerModule } from '../../scim-server/scim-server.module.js';
import { ActivityEntryEntity } from './activity-entry.entity.js';
import { ScimRequestEntity } from './scim-requests/scim-request.entity.js';
import { ActivityLogController } from './activity-log.controller.js';
import { ActivityLogRepository } from './activity-log.repository.js';
import { ActivityLogService } from './activity-log.service.js';
import { activityRetention } from './activity-retention.js';
import { ActivityRepository } from './activity.repository.js';
import { ActivityExportRepository } from './export/activity-export.repository.js';
import { ActivityExportService } from './export/activity-export.service.js';
import { LoggedAccessChangesRepository } from './logged-access-changes.repository.js';
import { RecordActivityHandlers } from './record-activity.handlers.js';
import { ConnectionStatusController } from './scim-requests/connection-status.controller.js';
import { ConnectionStatusRepository } from './scim-requests/connection-status.repository.js';
import { ConnectionStatusService } from './scim-requests/connection-status.service.js';
import { ScimRequestMetrics } from './scim-requests/scim-request.metrics.js';
import { ScimRequestRecorder } from './scim-requests/scim-request-recorder.js';
import { scimRequestRetention } from './scim-requests/scim-request-retention.js';
import { ScimRequestRepository } from './scim-requests/scim-request.repository.js';
import { ScimRequestsController } from './scim-requests/scim-requests.controller.js';
import { ScimRequestsService } from './scim-requests/scim-requests.service.js';

@Module({
  imports: [PlatformModule, MikroOrmModule.forFeature([ActivityEntryEntity, ScimRequestEntity]), ScimServerModule],
  controllers: [ActivityLogController, ScimRequestsController, ConnectionStatusController],
  providers: [
    ActivityRepository,
    activityRetention,
    ActivityLogService,
    ActivityLogRepository,
    LoggedAccessChangesRepository,
    ActivityExportService,
    ActivityExportRepository,
    RecordActivityHandlers,
    ScimRequestsService,
    ScimRequestRepository,
    ScimRequestRecorder,
    ScimRequestMetrics,
    scimRequestRetention,
    ConnectionStatusService,
    ConnectionStatusRepository,
  ],
})
export class ActivityModule {}
