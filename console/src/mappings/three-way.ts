import { fold, keyOf, type Mapping, type Mappings, type Panel, PANELS } from './draft';

/** What a draft changes about one mapping: it takes `before` away, or adds `after`, or puts it in the place of `before`. */
export interface Change {
  readonly panel: Panel;
  readonly before?: Mapping;
  readonly after?: Mapping;
}

/** What it takes to make a change to lists that are no longer those that the draft began with. */
export interface Outcome extends Change {
  /** The mapping of these lists that has to go; it is not `before` where that has meanwhile been replaced. */
  readonly gone?: Mapping;
  /** The mapping that has to come; absent if it is there already. */
  readonly come?: Mapping;
}

/** Whether a change asks for nothing that is not so already. */
export function isSoAlready({ gone, come }: Outcome): boolean {
  return !gone && !come;
}

/** Whether making a change undoes what somebody else has done meanwhile. */
export function isAgainstOthers({ before, gone }: Outcome): boolean {
  return gone !== undefined && (!before || keyOf(before) !== keyOf(gone));
}

/** Mappings that are not among others. */
export function missingFrom(others: readonly Mapping[], mappings: readonly Mapping[]): Mapping[] {
  const keys = new Set(others.map(keyOf));
  return mappings.filter((mapping) => !keys.has(keyOf(mapping)));
}

/**
 * Equal for mappings of which one can only take the place of the other: a group has one role in the organization, and
 * what it has in a project is one matter, whichever role it is. A workspace is open to a group, or it is not.
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

/** The changes to the mappings of one subject; in each list they are few, among the roles at most one. */
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
 * What becomes of each of my changes when they are made to what others have stored meanwhile. None is left out: it is
 * made, or is so already. Where others have put something in the place of what I take away or replace, mine counts.
 * @param base what I began with
 */
export function threeWay(base: Mappings, mine: Mappings, theirs: Mappings): Outcome[] {
  return PANELS.flatMap((panel) => outcomesIn(panel, { base: base[panel], mine: mine[panel], theirs: theirs[panel] }));
}
