import type { Phase } from '../phase.js';
import { firstDayPhases } from './first-import.js';
import { instancePhases } from './instances.js';
import { largeGroupPhases } from './large-groups.js';
import { listPhases } from './lists.js';
import { mappingPhases } from './mappings.js';
import { memberPhases } from './members.js';
import { userPhases } from './users.js';

/** In the order in which they run. Phases that add users come last, so that they do not change the lists. */
const PHASES: readonly Phase[] = [
  ...listPhases,
  ...userPhases,
  ...memberPhases,
  ...largeGroupPhases,
  ...mappingPhases,
  ...instancePhases,
  ...firstDayPhases,
];

/**
 * The phases whose names begin with one of these; all if there are none.
 *
 * @throws Error that lists the existing names
 */
export function choosePhases(names: readonly string[]): readonly Phase[] {
  if (names.length === 0) return PHASES;
  const chosen = PHASES.filter((phase) => names.some((name) => phase.name.startsWith(name)));
  if (chosen.length > 0) return chosen;
  throw new Error(`BENCH_PHASES may name ${PHASES.map(({ name }) => name).join(', ')}`);
}
