import { Module } from '@nestjs/common';
import { readEnvironment } from './environment-file.js';
import { Environment } from './environment.js';

/** The settings of this process, for whoever asks for them. */
@Module({
  providers: [{ provide: Environment, useFactory: () => readEnvironment(process.env) }],
  exports: [Environment],
})
export class EnvironmentModule {}
