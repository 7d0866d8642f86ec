import { ServerProcess } from '../harness/server-process.js';
import { readOptions } from './options.js';
import { install, schemathesis } from './program.js';
import { seed } from './seed.js';

const TOKEN = 'the-token-that-schemathesis-has';

/** The operation that is left out: it would revoke the token of the run itself. */
const LEFT_OUT = 'AccessTokensController_revoke';

const options = readOptions(process.env);
install();
const server = await ServerProcess.start({
  HOST: '127.0.0.1',
  DATABASE_URL: '',
  DATA_DIR: 'memory://',
  METRICS_TOKEN: '',
  OWNER_TOKEN: TOKEN,
  RATE_LIMIT_PER_MINUTE: '0',
  LOG_LEVEL: 'info',
});
try {
  await seed(server.origin, TOKEN);
  process.exitCode = await schemathesis([
    'run',
    `${server.origin}/docs/json`,
    ...['--header', `Authorization: Bearer ${TOKEN}`],
    ...['--checks', 'all'],
    ...['--max-examples', String(options.examples)],
    ...['--max-time', String(options.seconds)],
    ...['--seed', String(options.seed)],
    ...['--workers', '1'],
    '--continue-on-failure',
    ...['--request-timeout', '20'],
    ...['--generation-database', 'none'],
    ...['--exclude-operation-id', LEFT_OUT],
    ...process.argv.slice(2),
  ]);
} finally {
  await server.stop();
}
