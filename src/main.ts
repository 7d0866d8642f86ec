import 'reflect-metadata';
import { NestFactory } from '@nestjs/core';
import type { NestExpressApplication } from '@nestjs/platform-express';
import type { Logger } from 'pino';
import { AppModule } from './app.module.js';
import { setupApp } from './app.setup.js';
import { announce } from './app.announce.js';
import { FirstStartService } from './modules/auth/index.js';
import { DataDirectoryLockedError } from './platform/database/data-directory-lock.js';
import { readEnvironment } from './platform/environment-file.js';
import { EnvironmentError } from './platform/environment.js';
import { LongUrlAdapter } from './platform/http/long-url.adapter.js';
import { scimErrorForm } from './scim-server/http/scim-error-form.js';
import { createLogger, PinoLoggerService } from './platform/logging/logger.js';
import { Metrics } from './platform/metrics/metrics.js';

/**
 * Stops the server on a signal: takes no more requests, finishes those in flight, closes the database. A second signal
 * ends the process at once. Nest's `enableShutdownHooks` is not used because it ignores the second.
 */
function stopOnSignals(app: NestExpressApplication, logger: Logger): void {
  for (const signal of ['SIGTERM', 'SIGINT'] as const) {
    process.once(signal, () => {
      logger.info(`${signal}: stopping`);
      app.close().then(
        () => process.exit(0),
        (error: unknown) => {
          logger.error(error, 'the server did not stop in good order');
          process.exit(1);
        },
      );
    });
  }
}

async function start(): Promise<void> {
  const environment = readEnvironment(process.env);
  const logger = createLogger(environment.LOG_LEVEL);
  const app = await NestFactory.create<NestExpressApplication>(AppModule, new LongUrlAdapter(scimErrorForm), {
    bodyParser: false,
    abortOnError: false,
    logger: new PinoLoggerService(logger),
  });
  stopOnSignals(app, logger);
  app.get(Metrics).observeProcess();
  setupApp(app, logger);
  await app.init();
  const firstStart = await app.get(FirstStartService).run();
  await app.listen(environment.PORT, environment.HOST);
  announce(await app.getUrl(), environment, firstStart, logger);
}

/** Describes why the start failed: in a sentence if an operator can mend it, otherwise with the stack. */
function describe(error: unknown): string {
  if (error instanceof EnvironmentError || error instanceof DataDirectoryLockedError) return error.message;
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}

start().catch((error: unknown) => {
  process.stderr.write(`${describe(error)}\n`);
  process.exit(1);
});
