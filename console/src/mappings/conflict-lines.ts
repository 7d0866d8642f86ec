import type { Mapping } from './draft';
import type { Difference } from './draft-merge';
import type { Line } from './line-list';
import { changesText } from './panel-words';
import { mappingText } from './row-text';
import { isAgainstOthers, isSoAlready, type Outcome } from './three-way';

function countedText(count: number): string {
  return count === 1 ? '1 mapping was' : `${count} mappings were`;
}

/** “2 mappings were added and 1 removed”. @param differences at least one */
export function meanwhileText(differences: readonly Difference[]): string {
  const count = (change: Difference['change']) => differences.filter((each) => each.change === change).length;
  const [added, removed] = [count('added'), count('removed')];
  if (added === 0) return `${countedText(removed)} removed`;
  return `${countedText(added)} added${removed > 0 ? ` and ${removed} removed` : ''}`;
}

/** A change that was made meanwhile, in words. */
export function differenceLine({ panel, change, mapping }: Difference): Line {
  return { panel, change, targets: [mapping.target], text: (titleOf) => mappingText(mapping, titleOf) };
}

function changeOf({ before, after }: Outcome): Line['change'] {
  if (!before) return 'added';
  return after ? 'changed' : 'removed';
}

/** What the change of a person runs into: something that is in its way, or that has already done the same. */
function noteOf(outcome: Outcome): Line['note'] {
  const { after, gone, before } = outcome;
  if (isSoAlready(outcome)) return () => 'This is so already.';
  if (gone && isAgainstOthers(outcome)) {
    return (titleOf) =>
      `Meanwhile it is ${mappingText(gone, titleOf)}: ${after ? 'yours takes its place' : 'that is removed, too'}.`;
  }
  if (before && after && !gone)
    return (titleOf) => `Meanwhile ${mappingText(before, titleOf)} is removed: yours is added anew.`;
  return undefined;
}

/** A change of the person and what happens to it, in words. */
export function outcomeLine(outcome: Outcome): Line {
  const { panel, before, after, gone } = outcome;
  const mappings = [after, before].filter((mapping): mapping is Mapping => mapping !== undefined);
  return {
    panel,
    change: changeOf(outcome),
    targets: [...mappings, ...(gone ? [gone] : [])].map(({ target }) => target),
    text: (titleOf) => mappings.map((mapping) => mappingText(mapping, titleOf)).join(', instead of '),
    note: noteOf(outcome),
  };
}

/** What can still be done with the changes, in one to three sentences. */
export function outlookText(outcomes: readonly Outcome[]): string {
  const left = outcomes.filter((outcome) => !isSoAlready(outcome)).length;
  const against = outcomes.filter(isAgainstOthers).length;
  const already = outcomes.length - left;
  if (left === 0) return 'Nothing has been saved, and nothing is left to save: what you changed is so already.';
  return [
    `Nothing has been saved, and nothing of yours is lost: ${changesText(left)} can still be made to the mappings as they are now.`,
    ...(against > 0 ? [`${against} of yours ${against === 1 ? 'undoes' : 'undo'} what was changed meanwhile.`] : []),
    ...(already > 0 ? [`${already} of yours ${already === 1 ? 'is' : 'are'} so already.`] : []),
  ].join(' ');
}
