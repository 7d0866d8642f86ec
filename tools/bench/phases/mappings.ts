import { performance } from 'node:perf_hooks';
import { figuresOfTimes } from '../load/figures.js';
import type { Bench, Phase, PhaseResult } from '../phase.js';
import { stageGroup } from '../place/groups.js';

const SETTINGS = '/api/scim/settings';
const MANY = 1_000;
const WORKSPACES = 50;

interface Settings {
  readonly roles_groups: readonly (readonly [role: string, group: string])[];
  readonly workspaces_groups: readonly (readonly [workspace: string, group: string])[];
  readonly projects_groups: readonly object[];
}

const NOTHING: Settings = { roles_groups: [], workspaces_groups: [], projects_groups: [] };

/**
 * Saves the settings. If the server refuses because many would lose access, it confirms with the number in the answer.
 */
async function save({ place }: Bench, settings: Settings): Promise<number> {
  const begun = performance.now();
  try {
    await place.targets.server.ask('POST', SETTINGS, settings);
  } catch (error) {
    const affected = /"affected":(\d+)/.exec(String(error))?.[1];
    if (affected === undefined) throw error;
    return saveConfirmed({ place }, settings, affected);
  }
  return performance.now() - begun;
}

async function saveConfirmed({ place }: Pick<Bench, 'place'>, settings: Settings, affected: string): Promise<number> {
  const begun = performance.now();
  await place.targets.server.ask('POST', `${SETTINGS}?confirm=${affected}`, settings);
  return performance.now() - begun;
}

/** Measures a mapping that gives everybody a role and a workspace: as a preview, saved, and removed again. */
async function mapEverybody(bench: Bench): Promise<PhaseResult> {
  const { place, options } = bench;
  const { name, members } = await stageGroup(place, place.seeded.userIds.length);
  const settings: Settings = {
    ...NOTHING,
    roles_groups: [['Reviewer', name]],
    workspaces_groups: [['Everybody', name]],
  };
  const times = { preview: [] as number[], save: [] as number[], drop: [] as number[] };
  const before = place.memory.now;
  place.memory.takePeak();
  for (let round = 1; round <= options.rounds; round++) {
    const begun = performance.now();
    await place.targets.server.ask('POST', `${SETTINGS}/preview`, settings);
    times.preview.push(performance.now() - begun);
    times.save.push(await save(bench, settings));
    times.drop.push(await save(bench, NOTHING));
  }
  const drift = (await place.targets.server.ask('POST', '/api/provisioning/reconcile?dry_run=true')) as {
    drift: number;
  };
  return {
    rows: [
      { title: `preview a mapping of ${members.length}`, server: figuresOfTimes(times.preview) },
      { title: `save a mapping of ${members.length}`, server: figuresOfTimes(times.save) },
      { title: `drop a mapping of ${members.length}`, server: figuresOfTimes(times.drop) },
    ],
    notes: [`memory of the server: ${before} MB before, ${place.memory.takePeak()} MB at most`],
    failures: drift.drift === 0 ? [] : [`drift after it all: ${drift.drift}`],
  };
}

/**
 * Measures many mappings. Their groups have not been pushed yet, so that the time is that of the settings and not of
 * anybody's access.
 */
async function manyMappings(bench: Bench): Promise<PhaseResult> {
  const { options, comparison } = bench;
  const workspaces_groups = Array.from({ length: MANY }, (_, at) => {
    return [`Workspace ${at % WORKSPACES}`, `Mapped group ${at}`] as const;
  });
  const saves: number[] = [];
  const again: number[] = [];
  for (let round = 1; round <= options.rounds; round++) {
    saves.push(await save(bench, { ...NOTHING, workspaces_groups }));
    again.push(await save(bench, { ...NOTHING, workspaces_groups }));
    if (round < options.rounds) await save(bench, NOTHING);
  }
  const title = `read settings of ${MANY} mappings`;
  const reads = await comparison.underLoad(title, () => () => ({ method: 'GET', path: SETTINGS }));
  await save(bench, NOTHING);
  return {
    rows: [
      { title: `save settings of ${MANY} mappings, all new`, server: figuresOfTimes(saves) },
      { title: `save settings of ${MANY} mappings, none new`, server: figuresOfTimes(again) },
      { title, ...reads },
    ],
  };
}

/** The phases of an administrator's work. */
export const mappingPhases: readonly Phase[] = [
  { name: 'mapping', run: mapEverybody },
  { name: 'settings', run: manyMappings },
];
