import { Module } from '@nestjs/common';
import { EnvironmentModule } from '../environment.module.js';
import { DataDirectory } from './data-directory-lock.js';
import { ConnectionOptions } from './orm-options.js';

/** Provides what must exist before the database is opened, and until after it is closed. */
@Module({
  imports: [EnvironmentModule],
  providers: [DataDirectory, { provide: ConnectionOptions, useFactory: () => new ConnectionOptions() }],
  exports: [EnvironmentModule, DataDirectory, ConnectionOptions],
})
export class ConnectionModule {}
