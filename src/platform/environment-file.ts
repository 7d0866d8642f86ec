import { readFileSync } from 'node:fs';
import { parseEnv } from 'node:util';
import { type Environment, EnvironmentError, loadEnvironment } from './environment.js';

function contentOf(file: string): string {
  try {
    return readFileSync(file, 'utf8').replace(/^\uFEFF/, '');
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    if (code === 'ENOENT') return '';
    throw new EnvironmentError([`The file ${file} cannot be read: ${message}`]);
  }
}

/**
 * The settings of a process: its variables, and what a file sets beside them. A variable of the process wins, even if it
 * is set to nothing. There need not be a file.
 * @throws EnvironmentError naming every variable at fault, or the file when it cannot be read
 */
export function readEnvironment(variables: NodeJS.ProcessEnv, file = '.env'): Environment {
  return loadEnvironment({ ...parseEnv(contentOf(file)), ...variables });
}
