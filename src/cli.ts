import 'reflect-metadata';
import { NestFactory } from '@nestjs/core';
import { AppModule } from './app.module.js';
import { runCommandLine } from './cli/run.js';

process.exitCode = await runCommandLine(process.argv.slice(2), {
  out: (text) => process.stdout.write(text),
  error: (text) => process.stderr.write(text),
  open: () => NestFactory.createApplicationContext(AppModule, { logger: false, abortOnError: false }),
});
