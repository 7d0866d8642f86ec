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
 * Reads the settings of a process: its variables, and those that a file adds. A variable of the process wins, even if
 * it is set to nothing. The file is optional.
 *
 * @throws EnvironmentError naming every variable at fault, or the file when it cannot be read
 */
export function readEnvironment(variables: NodeJS.ProcessEnv, file = '.env'): Environment {
  return loadEnvironment({ ...parseEnv(contentOf(file)), ...variables });
}
