import 'reflect-metadata';
import type { INestApplicationContext } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type * as Application from '../../src/app.module.js';
import type * as CommandLine from '../../src/cli/run.js';

/** One command line, as its words. */
type Arguments = readonly string[];

const built = (file: string) => pathToFileURL(join(process.cwd(), 'dist', file)).href;

/**
 * Runs commands of the built command line one after the other, as `npm run cli` does, in one application.
 *
 * @returns what each prints as JSON
 * @throws Error when one is refused
 */
export async function runCommands<Result>(commands: readonly Arguments[]): Promise<Result[]> {
  const { runCommandLine } = (await import(built('cli/run.js'))) as typeof CommandLine;
  const { AppModule } = (await import(built('app.module.js'))) as typeof Application;
  const app = await NestFactory.createApplicationContext(AppModule, { logger: false, abortOnError: false });
  const open = () => Promise.resolve(new Proxy<INestApplicationContext>(app, { get: stayingOpen }));
  const results: Result[] = [];
  for (const command of commands) {
    const printed: string[] = [];
    const print = (text: string) => void printed.push(text);
    const code = await runCommandLine([...command, '--json'], { out: print, error: print, open });
    if (code !== 0) throw new Error(`${command.slice(0, 2).join(' ')}: ${printed.join('')}`);
    results.push(JSON.parse(printed.join('')) as Result);
  }
  await app.close();
  return results;
}

/** Keeps the application open: a command closes it when it is done, but the next one still needs it. */
function stayingOpen(target: object, name: string | symbol): unknown {
  return name === 'close' ? () => Promise.resolve() : Reflect.get(target, name, target);
}
