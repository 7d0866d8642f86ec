import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readOptions } from './options.js';
import { PlantedSecrets } from './planted-secrets.js';
import { Run } from './run.js';
import { setStage } from './stage.js';

/** A throwaway embedded database, unless `DATABASE_URL` names one, which should be empty. */
const { seconds, seed } = readOptions(process.env);
const directory = mkdtempSync(join(tmpdir(), 'rolecall-fuzz-'));
/** A limit on the heap, so that a leak ends the server instead of filling the machine. */
const HEAP_MIB = 256;
const settings = {
  NODE_OPTIONS: `--max-old-space-size=${HEAP_MIB}`,
  LOG_LEVEL: 'debug',
  RATE_LIMIT_PER_MINUTE: '0',
  ...(process.env.DATABASE_URL ? {} : { DATA_DIR: join(directory, 'data') }),
};

console.log(`FUZZ_SEED=${seed} FUZZ_SECONDS=${seconds}: setting the stage`);
Object.assign(process.env, settings);
const secrets = new PlantedSecrets(directory);
const stage = await setStage(settings, (text) => secrets.read(text));
const run = await Run.on(stage, directory, seed, secrets);
const isGood = await run.for(seconds);
await stage.server.stop();
if (isGood) {
  rmSync(directory, { recursive: true, force: true });
} else {
  rmSync(join(directory, 'data'), { recursive: true, force: true });
  console.log(`Repeat it with FUZZ_SEED=${seed} npm run fuzz; bodies that commands name are in ${directory}`);
}
process.exitCode = isGood ? 0 : 1;
