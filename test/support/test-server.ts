import type { NestExpressApplication } from '@nestjs/platform-express';
import { Test } from '@nestjs/testing';
import type { DestinationStream } from 'pino';
import { AppModule } from '../../src/app.module.js';
import { setupApp } from '../../src/app.setup.js';
import { FirstStartService } from '../../src/modules/auth/index.js';
import { Database } from '../../src/platform/database/database.js';
import { ConnectionOptions } from '../../src/platform/database/orm-options.js';
import { Environment } from '../../src/platform/environment.js';
import { LongUrlAdapter } from '../../src/platform/http/long-url.adapter.js';
import { Jobs } from '../../src/platform/jobs/jobs.js';
import { scimErrorForm } from '../../src/scim-server/http/scim-error-form.js';
import { createLogger, PinoLoggerService } from '../../src/platform/logging/logger.js';
import { HttpClient } from './http-client.js';
import { createTestDatabase, type TestDatabase } from './test-database.js';

/** The Owner's token on every test server. */
export const OWNER_TOKEN = 'the-owners-token-in-tests';

/** Jobs that never begin by themselves: a test runs the one that it is about. */
class IdleJobs extends Jobs {
  override onApplicationBootstrap(): void {
    // no rounds
  }
}

/** A server like the real one, on its own port and database. */
export interface TestServer {
  readonly app: NestExpressApplication;
  readonly origin: string;
  /** SCIM with the Owner's token, as identity providers use it. */
  readonly scim: HttpClient;
  /** REST with the Owner's token. */
  readonly rest: HttpClient;
  /** The database under the server, for what no request can show. */
  readonly database: Database;
  close(): Promise<void>;
}

const SCIM_HEADERS = { accept: 'application/scim+json', 'content-type': 'application/scim+json; charset=utf-8' };

async function createApp(
  environment: Environment,
  database: TestDatabase,
  log?: DestinationStream,
): Promise<NestExpressApplication> {
  const logger = createLogger(environment.LOG_LEVEL, log);
  const module = await Test.createTestingModule({ imports: [AppModule] })
    .setLogger(new PinoLoggerService(logger))
    .overrideProvider(Environment)
    .useValue(environment)
    .overrideProvider(ConnectionOptions)
    .useValue(Object.assign(new ConnectionOptions(), database.connection))
    .overrideProvider(Jobs)
    .useClass(IdleJobs)
    .compile();
  const app = module.createNestApplication<NestExpressApplication>(new LongUrlAdapter(scimErrorForm), {
    bodyParser: false,
  });
  setupApp(app, logger);
  await app.init();
  await app.get(FirstStartService).run();
  await app.listen(0, '127.0.0.1');
  return app;
}

/**
 * Starts a server. A given database is shared with its owner and stays after the server; without one the server gets
 * its own, which is dropped with it. `log` receives its log, line by line.
 */
export async function startTestServer(
  settings: Partial<Environment> = {},
  shared?: TestDatabase,
  log?: DestinationStream,
): Promise<TestServer> {
  const database = shared ?? (await createTestDatabase());
  const quiet = process.env.TEST_LOG_LEVEL ?? 'silent';
  const defaults = { OWNER_TOKEN, LOG_LEVEL: quiet, RATE_LIMIT_PER_MINUTE: 0, RECONCILE_EVERY_HOURS: 0 };
  const environment = Object.assign(new Environment(), defaults, database.settings, settings);
  const app = await createApp(environment, database, log);
  const origin = await app.getUrl();
  const authorization = `Bearer ${OWNER_TOKEN}`;
  return {
    app,
    origin,
    scim: new HttpClient(`${origin}/scim/v2`, { ...SCIM_HEADERS, authorization }),
    rest: new HttpClient(`${origin}/api`, { 'content-type': 'application/json', authorization }),
    database: app.get(Database),
    close: async () => {
      await app.close();
      if (!shared) await database.drop();
    },
  };
}
