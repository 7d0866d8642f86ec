import 'reflect-metadata';
import { NestFactory } from '@nestjs/core';
import { readFileSync, writeFileSync } from 'node:fs';
import { AppModule } from './app.module.js';
import { openApiDocument } from './openapi/document.js';

const FILE = new URL('../openapi.json', import.meta.url);

/** The document as text, from an application that stores nothing. */
async function print(): Promise<string> {
  process.env.DATABASE_URL = '';
  process.env.DATA_DIR = 'memory://';
  const app = await NestFactory.create(AppModule, { logger: false, abortOnError: false });
  const document = openApiDocument(app);
  await app.close();
  return `${JSON.stringify(document, null, 2)}\n`;
}

/** Writes openapi.json beside package.json; with `--check` only says whether the file is up to date. */
async function run(): Promise<void> {
  const text = await print();
  if (!process.argv.includes('--check')) {
    writeFileSync(FILE, text);
    return;
  }
  if (readFileSync(FILE, 'utf8') === text) return;
  process.stderr.write('openapi.json is not what the server serves: run npm run openapi, and look at the difference\n');
  process.exitCode = 1;
}

await run();
