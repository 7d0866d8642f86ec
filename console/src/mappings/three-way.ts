import { fold, keyOf, type Mapping, type Mappings, type Panel, PANELS } from './draft';

/** A draft's change of one mapping: it removes `before`, adds `after`, or replaces `before` by `after`. */
export interface Change {
  readonly panel: Panel;
  readonly before?: Mapping;
  readonly after?: Mapping;
}

/** What has to be done to make a change to lists that may no longer be those that the draft began with. */
export interface Outcome extends Change {
  /** The mapping of these lists to remove; not `before` if that has been replaced meanwhile. */
  readonly gone?: Mapping;
  /** The mapping to add; absent if it is there already. */
  readonly come?: Mapping;
}

/** Whether a change has nothing left to do. */
export function isSoAlready({ gone, come }: Outcome): boolean {
  return !gone && !come;
}

/** Whether making a change undoes what somebody else has done meanwhile. */
export function isAgainstOthers({ before, gone }: Outcome): boolean {
  return gone !== undefined && (!before || keyOf(before) !== keyOf(gone));
}

/** The mappings that are missing from others. */
export function missingFrom(others: readonly Mapping[], mappings: readonly Mapping[]): Mapping[] {
  const keys = new Set(others.map(keyOf));
  return mappings.filter((mapping) => !keys.has(keyOf(mapping)));
}

/**
 * The same text for mappings of which only one can exist: a group has one role in the organization, and one in each
 * project. In a workspace, a group is either a member or not.
 */
function subjectOf(panel: Panel, { target, group }: Mapping): string {
  return panel === 'roles' ? fold(group) : JSON.stringify([fold(target), fold(group)]);
}

function bySubject(panel: Panel, mappings: readonly Mapping[]): Map<string, Mapping[]> {
  const subjects = new Map<string, Mapping[]>();
  for (const mapping of mappings) {
    const subject = subjectOf(panel, mapping);
    subjects.set(subject, [...(subjects.get(subject) ?? []), mapping]);
  }
  return subjects;
}

interface Three {
  readonly base: readonly Mapping[];
  readonly mine: readonly Mapping[];
  readonly theirs: readonly Mapping[];
}

/** The changes of the mappings of one subject; each list has few, the roles at most one. */
function outcomesOfSubject(panel: Panel, { base, mine, theirs }: Three): Outcome[] {
  const removed = missingFrom(mine, base);
  const added = missingFrom(base, mine);
  const replacements = missingFrom([...base, ...mine], theirs);
  const stored = (mapping: Mapping) => theirs.find((each) => keyOf(each) === keyOf(mapping));

  const goneFor = ({ before, after }: Omit<Change, 'panel'>): Mapping | undefined => {
    const itself = before && stored(before);
    if (itself) return itself;
    const isAgreed = after !== undefined && stored(after) !== undefined;
    const mayBeReplaced = before !== undefined || panel === 'roles';
    return mayBeReplaced && !isAgreed ? replacements.shift() : undefined;
  };

  return Array.from({ length: Math.max(removed.length, added.length) }, (_, at) => {
    const [before, after] = [removed[at], added[at]];
    const come = after && !stored(after) ? after : undefined;
    return { panel, before, after, gone: goneFor({ before, after }), come };
  });
}

function outcomesIn(panel: Panel, lists: Three): Outcome[] {
  const base = bySubject(panel, lists.base);
  const mine = bySubject(panel, lists.mine);
  const theirs = bySubject(panel, lists.theirs);
  return [...new Set([...base.keys(), ...mine.keys()])].flatMap((subject) =>
    outcomesOfSubject(panel, {
      base: base.get(subject) ?? [],
      mine: mine.get(subject) ?? [],
      theirs: theirs.get(subject) ?? [],
    }),
  );
}

/**
 * What happens to each of my changes when they are applied to what others have stored meanwhile. None is lost: each is
 * made, or has been made already. Where others have replaced what I remove or replace, mine wins.
 *
 * @param base what I began with
 */
export function threeWay(base: Mappings, mine: Mappings, theirs: Mappings): Outcome[] {
  return PANELS.flatMap((panel) => outcomesIn(panel, { base: base[panel], mine: mine[panel], theirs: theirs[panel] }));
}
