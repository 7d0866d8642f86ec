import 'reflect-metadata';
import { NestFactory } from '@nestjs/core';
import type { NestExpressApplication } from '@nestjs/platform-express';
import { AppModule } from './app.module.js';
import { setupApp } from './app.setup.js';
import { announce } from './app.announce.js';
import { FirstStartService } from './modules/auth/index.js';
import { EnvironmentError, loadEnvironment } from './platform/environment.js';
import { createLogger, PinoLoggerService } from './platform/logging/logger.js';

async function start(): Promise<void> {
  const environment = loadEnvironment(process.env);
  const logger = createLogger(environment.LOG_LEVEL);
  const app = await NestFactory.create<NestExpressApplication>(AppModule, {
    bodyParser: false,
    abortOnError: false,
    logger: new PinoLoggerService(logger),
  });
  setupApp(app, logger);
  await app.init();
  const firstStart = await app.get(FirstStartService).run();
  await app.listen(environment.PORT, environment.HOST);
  announce(await app.getUrl(), environment, firstStart, logger);
}

start().catch((error: unknown) => {
  process.stderr.write(`${error instanceof EnvironmentError ? error.message : describe(error)}\n`);
  process.exit(1);
});

function describe(error: unknown): string {
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}
