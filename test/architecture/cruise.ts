import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { cruise, type ICruiseOptions } from 'dependency-cruiser';
import extractDepcruiseOptions from 'dependency-cruiser/config-utl/extract-depcruise-options';

/** A forbidden import: the rule it breaks, and both ends as paths from the folder that was cruised. */
export interface Violation {
  readonly rule: string;
  readonly from: string;
  readonly to: string;
}

/** The project's own rules and options, exactly as `npm run deps` has them. */
export function readRules(): Promise<ICruiseOptions> {
  return extractDepcruiseOptions('./.dependency-cruiser.cjs');
}

/** The folders in which imports are followed. */
export const FOLDERS: readonly string[] = ['src', 'console', 'tools', 'test'];

/** Follows the imports of `FOLDERS` under `baseDir` and finds every one that the rules forbid. */
export async function findViolations(rules: ICruiseOptions, baseDir: string): Promise<Violation[]> {
  const folders = FOLDERS.filter((folder) => existsSync(join(baseDir, folder)));
  const { output } = await cruise(folders, { ...rules, baseDir });
  if (typeof output === 'string') throw new TypeError('the cruise result is a text: outputType must not be set');
  return output.summary.violations.map(({ rule, from, to }) => ({ rule: rule.name, from, to }));
}
