import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { findViolations, FOLDERS, readRules } from './cruise.js';

const root = join(import.meta.dirname, '..', '..');
const fixtures = join(import.meta.dirname, 'violations');
const planted = readdirSync(fixtures).sort();
const rules = await readRules();

describe('the source', () => {
  it('breaks no rule', async () => {
    expect(await findViolations(rules, root)).toEqual([]);
  });

  it('is looked at by "npm run deps" where it is looked at here', () => {
    const { scripts } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { scripts: { deps: string } };
    expect(scripts.deps).toBe(`depcruise ${FOLDERS.join(' ')} --config .dependency-cruiser.cjs`);
  });
});

describe('the rules', () => {
  it('have a planted violation each', () => {
    expect((rules.ruleSet?.forbidden ?? []).map((rule) => rule.name).sort()).toEqual(planted);
  });

  it('are all errors, so that none only warns', () => {
    expect(new Set((rules.ruleSet?.forbidden ?? []).map((rule) => rule.severity))).toEqual(new Set(['error']));
  });

  it.each(planted)('%s catches what is planted for it, and nothing else does', async (rule) => {
    const violations = await findViolations(rules, join(fixtures, rule));
    expect(new Set(violations.map((violation) => violation.rule))).toEqual(new Set([rule]));
  });

  it.each([
    ['module-by-its-front-door', ['src/app.module.ts', 'src/modules/groups/index.ts']],
    ['kit-by-its-front-door', ['src/modules/users/index.ts', 'src/scim-server/list.ts']],
    ['kit-for-those-who-serve-scim', ['src/cli/run.ts', 'src/modules/workspaces/index.ts']],
    ['console-knows-the-api-only', ['console/src/words/clients.ts', 'console/src/words/roles.ts']],
    ['no-unlisted-packages', ['src/platform/parse.ts', 'tools/demo/parse.ts']],
    ['tools-by-the-front-door', ['tools/bench/floor/users.ts', 'tools/harness/users.ts']],
    ['tools-stand-alone', ['tools/bench/phases/instances.ts', 'tools/harness/cluster.ts']],
  ])('%s holds for every importer', async (rule, importers) => {
    const violations = await findViolations(rules, join(fixtures, rule));
    expect(violations.map((violation) => violation.from).sort()).toEqual(importers);
  });

  it.each([
    ['kit-imports-text-only', 3],
    ['no-tests-in-source', 2],
    ['platform-names-no-scim', 2],
    ['no-junk-drawers', 3],
  ])('%s sees every kind of import', async (rule, imports) => {
    expect(await findViolations(rules, join(fixtures, rule))).toHaveLength(imports);
  });
});

describe('the arrows between modules', () => {
  /** Rows import columns; `x` is an arrow of the picture, at any distance. */
  const picture = `
                  organizations users groups workspaces mappings provisioning auth activity
    organizations       -         .     .        .         .          .         .     .
    users               x         -     .        .         .          .         .     .
    groups              x         x     -        .         .          .         .     .
    workspaces          x         .     .        -         .          .         .     .
    mappings            x         x     x        x         -          .         .     .
    provisioning        x         x     x        x         x          -         .     .
    auth                x         x     x        x         x          x         -     .
    activity            x         x     x        x         x          x         .     -
  `;
  const [modules = [], ...rows] = picture
    .trim()
    .split('\n')
    .map((line) => line.trim().split(/\s+/));
  const forbidden = rows.flatMap(([from, ...cells]) =>
    cells.flatMap((cell, column) => (cell === '.' ? [`${from} -> ${modules[column]}`] : [])),
  );

  it('are those of the picture: all other pairs are refused', async () => {
    const tree = mkdtempSync(join(tmpdir(), 'rolecall-arrows-'));
    try {
      for (const module of modules) plantModule(tree, module, modules);
      const violations = await findViolations(rules, tree);
      const refused = violations.filter((violation) => violation.rule.startsWith('only-down-from-'));
      expect(refused.map(({ from, to }) => `${folderOf(from)} -> ${folderOf(to)}`).sort()).toEqual(forbidden.sort());
    } finally {
      rmSync(tree, { recursive: true });
    }
  });
});

function plantModule(tree: string, module: string, modules: readonly string[]): void {
  const folder = join(tree, 'src', 'modules', module);
  const imports = modules.filter((other) => other !== module).map((other) => `import '../${other}/index.js';`);
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, 'index.ts'), imports.join('\n'));
}

function folderOf(path: string): string | undefined {
  return path.split('/')[2];
}
