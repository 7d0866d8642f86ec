import { Module } from '@nestjs/common';
import { readEnvironment } from './environment-file.js';
import { Environment } from './environment.js';

/** Provides the settings of this process. */
@Module({
  providers: [{ provide: Environment, useFactory: () => readEnvironment(process.env) }],
  exports: [Environment],
})
export class EnvironmentModule {}
