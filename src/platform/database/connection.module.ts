import { Module } from '@nestjs/common';
import { EnvironmentModule } from '../environment.module.js';
import { DataDirectory } from './data-directory-lock.js';
import { ConnectionOptions } from './orm-options.js';

/** What has to be there before the database is opened, and goes after it is closed. */
@Module({
  imports: [EnvironmentModule],
  providers: [DataDirectory, { provide: ConnectionOptions, useFactory: () => new ConnectionOptions() }],
  exports: [EnvironmentModule, DataDirectory, ConnectionOptions],
})
export class ConnectionModule {}
