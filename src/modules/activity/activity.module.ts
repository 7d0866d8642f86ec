import { Module } from '@nestjs/common';
import { PlatformModule } from '../../platform/platform.module.js';
import { ActivityRepository } from './activity.repository.js';
import { RecordActivityHandlers } from './record-activity.handlers.js';

@Module({
  imports: [PlatformModule],
  providers: [ActivityRepository, RecordActivityHandlers],
})
export class ActivityModule {}
