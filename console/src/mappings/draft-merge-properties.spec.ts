import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { countChanges, type Draft, keyOf, type Panel, rowsToSend } from './draft';
import { merge } from './draft-merge';
import { problemsOf } from './draft-problems';
import { draftOf, type Edit, sentOf, stored, textOf } from './lists-as-text';
import { isSoAlready, type Outcome } from './three-way';

const GROUPS = ['x', 'y', 'z'];
const TARGETS: Readonly<Record<Panel, readonly string[]>> = {
  roles: ['Manager', 'Reviewer', 'Annotator'],
  workspaces: ['Lab', 'Ward'],
  projects: ['7 Inherit', '7 Reviewer', '7 Annotator', '8 Inherit'],
};

/** Lists as the server stores them: no mapping twice, and among the roles no group twice. */
function listOf(panel: Panel): fc.Arbitrary<string[]> {
  const text = fc.tuple(fc.constantFrom(...GROUPS), fc.constantFrom(...TARGETS[panel])).map((parts) => parts.join(' '));
  const selector = (mapping: string) => (panel === 'roles' ? mapping.split(' ')[0] : mapping);
  return fc.uniqueArray(text, { selector, maxLength: 6 });
}

/** A draft that leads from one list to another: rows are changed, removed and added in any combination. */
function draftBetween(panel: Panel, base: readonly string[], mine: readonly string[], changed: number): Draft {
  const gone = base.filter((text) => !mine.includes(text));
  const come = mine.filter((text) => !base.includes(text));
  const pairs = Math.min(changed, gone.length, come.length);
  return draftOf(panel, base, [
    ...gone.slice(0, pairs).map((text, at): Edit => [text, come[at]]),
    ...gone.slice(pairs).map((text): Edit => [text, undefined]),
    ...come.slice(pairs).map((text): Edit => [undefined, text]),
  ]);
}

const threeLists = fc
  .constantFrom<Panel[]>('roles', 'workspaces', 'projects')
  .chain((panel) => fc.tuple(fc.constant(panel), listOf(panel), listOf(panel), listOf(panel), fc.nat(3)));

/**
 * The subject of a change. Two changes of one role, or of a role in a project, share a subject; each workspace of a
 * group is its own.
 */
function subjectOf(panel: Panel, text: string): string {
  return text
    .split(' ')
    .slice(0, panel === 'roles' ? 1 : 2)
    .join(' ');
}

describe('none of my changes is lost in silence', () => {
  const property = (holds: (panel: Panel, base: string[], mine: string[], theirs: string[], draft: Draft) => void) =>
    fc.assert(
      fc.property(threeLists, ([panel, base, mine, theirs, changed]) =>
        holds(panel, base, mine, theirs, draftBetween(panel, base, mine, changed)),
      ),
      { numRuns: 1_000 },
    );

  it('each is told', () => {
    property((panel, base, mine, theirs, draft) => {
      const { outcomes } = merge(draft, stored(panel, theirs));
      const told = (side: 'before' | 'after') => outcomes.flatMap((each) => (each[side] ? textOf(each[side]) : []));
      expect(told('before').sort()).toEqual(base.filter((text) => !mine.includes(text)).sort());
      expect(told('after').sort()).toEqual(mine.filter((text) => !base.includes(text)).sort());
    });
  });

  it('what I add is there, and what I take away is not', () => {
    property((panel, base, mine, theirs, draft) => {
      const sent = sentOf(merge(draft, stored(panel, theirs)).draft, panel);
      expect(sent).toEqual(expect.arrayContaining(mine.filter((text) => !base.includes(text))));
      const gone = base.filter((text) => !mine.includes(text));
      expect(sent.filter((text) => gone.includes(text))).toEqual([]);
    });
  });

  it('a group that I take the role from has none', () => {
    property((panel, base, mine, theirs, draft) => {
      fc.pre(panel === 'roles');
      const groups = (texts: readonly string[]) => texts.map((text) => subjectOf(panel, text));
      const without = groups(base).filter((group) => !groups(mine).includes(group));
      const sent = sentOf(merge(draft, stored(panel, theirs)).draft, panel);
      expect(groups(sent).filter((group) => without.includes(group))).toEqual([]);
    });
  });

  it('what is said to be so already is so', () => {
    property((panel, _, __, theirs, draft) => {
      const already = merge(draft, stored(panel, theirs)).outcomes.filter(isSoAlready);
      const there = ({ before, after }: Outcome) =>
        [before, after].map((each) => each && theirs.includes(textOf(each)));
      const said = ({ before, after }: Outcome) => [before && false, after && true];
      expect(already.map(there)).toEqual(already.map(said));
    });
  });

  it('what they changed elsewhere stays', () => {
    property((panel, base, mine, theirs, draft) => {
      const changed = [...base.filter((text) => !mine.includes(text)), ...mine.filter((text) => !base.includes(text))];
      const touched = new Set(changed.map((text) => subjectOf(panel, text)));
      const elsewhere = (texts: readonly string[]) => texts.filter((text) => !touched.has(subjectOf(panel, text)));
      const sent = sentOf(merge(draft, stored(panel, theirs)).draft, panel);
      expect(elsewhere(sent)).toEqual(elsewhere(theirs));
    });
  });

  it('nothing stands twice, or against itself', () => {
    property((panel, _, __, theirs, draft) => {
      const { draft: merged } = merge(draft, stored(panel, theirs));
      expect(problemsOf(merged).size).toBe(0);
      expect(new Set(merged.rows[panel].map(({ id }) => id)).size).toBe(merged.rows[panel].length);
      expect(new Set(rowsToSend(merged.rows[panel]).map(({ now }) => keyOf(now))).size).toBe(
        sentOf(merged, panel).length,
      );
    });
  });

  it('mine is what comes out where they changed nothing, and theirs where I did not', () => {
    property((panel, base, mine, theirs, draft) => {
      expect(sentOf(merge(draft, stored(panel, base)).draft, panel).sort()).toEqual([...mine].sort());
      const { draft: untouched } = merge(draftOf(panel, base, []), stored(panel, theirs));
      expect(sentOf(untouched, panel)).toEqual(theirs);
      expect(countChanges(untouched)).toBe(0);
      expect(countChanges(merge(draft, stored(panel, mine)).draft)).toBe(0);
    });
  });
});
