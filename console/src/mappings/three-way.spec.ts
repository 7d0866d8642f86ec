import { describe, expect, it } from '@jest/globals';
import { countChanges, type Panel } from './draft';
import { merge } from './draft-merge';
import { draftOf, type Edit, sentOf, stored, textOf } from './lists-as-text';
import { isAgainstOthers, isSoAlready, type Outcome } from './three-way';

/** What the dialog says of a change. */
function said(outcome: Outcome): string {
  const change = `${outcome.before ? textOf(outcome.before) : '-'} > ${outcome.after ? textOf(outcome.after) : '-'}`;
  if (isSoAlready(outcome)) return `${change}: so already`;
  return isAgainstOthers(outcome) && outcome.gone ? `${change}: instead of ${textOf(outcome.gone)}` : change;
}

interface Case {
  readonly base: readonly string[];
  readonly mine: readonly Edit[];
  readonly theirs: readonly string[];
  readonly sent: readonly string[];
  readonly says: readonly string[];
}

const ROLES: Readonly<Record<string, Case>> = {
  'I remove, they leave it alone': {
    base: ['x Manager', 'y Reviewer'],
    mine: [['x Manager', undefined]],
    theirs: ['x Manager', 'y Annotator'],
    sent: ['y Annotator'],
    says: ['x Manager > -'],
  },
  'I remove, they give the group another role': {
    base: ['x Deactivated', 'y Reviewer'],
    mine: [['x Deactivated', undefined]],
    theirs: ['x Annotator', 'y Reviewer'],
    sent: ['y Reviewer'],
    says: ['x Deactivated > -: instead of x Annotator'],
  },
  'I remove, they remove': {
    base: ['x Manager'],
    mine: [['x Manager', undefined]],
    theirs: [],
    sent: [],
    says: ['x Manager > -: so already'],
  },
  'I remove, they write the group in other letters': {
    base: ['x Manager'],
    mine: [['x Manager', undefined]],
    theirs: ['X Manager'],
    sent: [],
    says: ['x Manager > -'],
  },
  'I give another role, they leave it alone': {
    base: ['x Manager'],
    mine: [['x Manager', 'x Reviewer']],
    theirs: ['x Manager', 'y Annotator'],
    sent: ['x Reviewer', 'y Annotator'],
    says: ['x Manager > x Reviewer'],
  },
  'I give another role, they a third': {
    base: ['x Manager'],
    mine: [['x Manager', 'x Reviewer']],
    theirs: ['x Annotator'],
    sent: ['x Reviewer'],
    says: ['x Manager > x Reviewer: instead of x Annotator'],
  },
  'I give another role, they the same': {
    base: ['x Manager'],
    mine: [['x Manager', 'x Reviewer']],
    theirs: ['x Reviewer'],
    sent: ['x Reviewer'],
    says: ['x Manager > x Reviewer: so already'],
  },
  'I give another role, they remove': {
    base: ['x Manager'],
    mine: [['x Manager', 'x Reviewer']],
    theirs: [],
    sent: ['x Reviewer'],
    says: ['x Manager > x Reviewer'],
  },
  'I add, they leave it alone': {
    base: [],
    mine: [[undefined, 'x Reviewer']],
    theirs: ['y Manager'],
    sent: ['y Manager', 'x Reviewer'],
    says: ['- > x Reviewer'],
  },
  'I add, they add the same': {
    base: [],
    mine: [[undefined, 'x Reviewer']],
    theirs: ['X Reviewer'],
    sent: ['X Reviewer'],
    says: ['- > x Reviewer: so already'],
  },
  'I add, they add another role': {
    base: [],
    mine: [[undefined, 'x Reviewer']],
    theirs: ['x Annotator'],
    sent: ['x Reviewer'],
    says: ['- > x Reviewer: instead of x Annotator'],
  },
  'I remove and add anew, they change': {
    base: ['x Manager'],
    mine: [
      ['x Manager', undefined],
      [undefined, 'x Reviewer'],
    ],
    theirs: ['x Annotator'],
    sent: ['x Reviewer'],
    says: ['x Manager > x Reviewer: instead of x Annotator'],
  },
  'I change the group of a row, they leave it alone': {
    base: ['x Manager'],
    mine: [['x Manager', 'y Manager']],
    theirs: ['x Manager', 'z Reviewer'],
    sent: ['y Manager', 'z Reviewer'],
    says: ['x Manager > y Manager'],
  },
  'I change the group of a row, they its role': {
    base: ['x Manager'],
    mine: [['x Manager', 'y Manager']],
    theirs: ['x Annotator'],
    sent: ['y Manager'],
    says: ['x Manager > y Manager: instead of x Annotator'],
  },
  'I change the group of a row to one that they have added': {
    base: ['x Manager'],
    mine: [['x Manager', 'y Manager']],
    theirs: ['x Manager', 'y Annotator'],
    sent: ['y Manager'],
    says: ['x Manager > -', '- > y Manager: instead of y Annotator'],
  },
  'I exchange the groups of two rows': {
    base: ['x Manager', 'y Reviewer'],
    mine: [
      ['x Manager', 'z Manager'],
      ['y Reviewer', 'x Reviewer'],
      ['z Manager', 'y Manager'],
    ],
    theirs: ['x Manager', 'y Reviewer', 'w Annotator'],
    sent: ['x Reviewer', 'y Manager', 'w Annotator'],
    says: ['x Manager > x Reviewer', 'y Reviewer > y Manager'],
  },
};

const WORKSPACES: Readonly<Record<string, Case>> = {
  'I remove, they leave it alone': {
    base: ['x Lab', 'y Lab'],
    mine: [['x Lab', undefined]],
    theirs: ['x Lab', 'y Lab', 'x Ward'],
    sent: ['y Lab', 'x Ward'],
    says: ['x Lab > -'],
  },
  'I remove, they remove, and open another workspace': {
    base: ['x Lab'],
    mine: [['x Lab', undefined]],
    theirs: ['x Ward'],
    sent: ['x Ward'],
    says: ['x Lab > -: so already'],
  },
  'I change, they remove': {
    base: ['x Lab'],
    mine: [['x Lab', 'x Ward']],
    theirs: [],
    sent: ['x Ward'],
    says: ['x Lab > x Ward'],
  },
  'I change to what they have added': {
    base: ['x Lab'],
    mine: [['x Lab', 'x Ward']],
    theirs: ['x Lab', 'x Ward'],
    sent: ['x Ward'],
    says: ['x Lab > x Ward'],
  },
  'I add, they add another to the same group': {
    base: [],
    mine: [[undefined, 'x Lab']],
    theirs: ['x Ward'],
    sent: ['x Ward', 'x Lab'],
    says: ['- > x Lab'],
  },
  'I add, they add the same': {
    base: [],
    mine: [[undefined, 'x Lab']],
    theirs: ['x lab'],
    sent: ['x lab'],
    says: ['- > x Lab: so already'],
  },
};

const PROJECTS: Readonly<Record<string, Case>> = {
  'I remove, they leave it alone': {
    base: ['x 7 Inherit'],
    mine: [['x 7 Inherit', undefined]],
    theirs: ['x 7 Inherit', 'y 7 Reviewer'],
    sent: ['y 7 Reviewer'],
    says: ['x 7 Inherit > -'],
  },
  'I remove, they give another role in it': {
    base: ['x 7 Inherit'],
    mine: [['x 7 Inherit', undefined]],
    theirs: ['x 7 Reviewer'],
    sent: [],
    says: ['x 7 Inherit > -: instead of x 7 Reviewer'],
  },
  'I remove, they add another role beside it': {
    base: ['x 7 Inherit'],
    mine: [['x 7 Inherit', undefined]],
    theirs: ['x 7 Inherit', 'x 7 Reviewer'],
    sent: ['x 7 Reviewer'],
    says: ['x 7 Inherit > -'],
  },
  'I remove one of two roles, they remove it, too': {
    base: ['x 7 Inherit', 'x 7 Reviewer'],
    mine: [['x 7 Inherit', undefined]],
    theirs: ['x 7 Reviewer'],
    sent: ['x 7 Reviewer'],
    says: ['x 7 Inherit > -: so already'],
  },
  'I give another role, they a third': {
    base: ['x 7 Inherit'],
    mine: [['x 7 Inherit', 'x 7 Reviewer']],
    theirs: ['x 7 Annotator'],
    sent: ['x 7 Reviewer'],
    says: ['x 7 Inherit > x 7 Reviewer: instead of x 7 Annotator'],
  },
  'I give another role, they the same and one more': {
    base: ['x 7 Inherit'],
    mine: [['x 7 Inherit', 'x 7 Reviewer']],
    theirs: ['x 7 Annotator', 'x 7 Reviewer'],
    sent: ['x 7 Annotator', 'x 7 Reviewer'],
    says: ['x 7 Inherit > x 7 Reviewer: so already'],
  },
  'I give another role, they remove': {
    base: ['x 7 Inherit'],
    mine: [['x 7 Inherit', 'x 7 Reviewer']],
    theirs: [],
    sent: ['x 7 Reviewer'],
    says: ['x 7 Inherit > x 7 Reviewer'],
  },
  'I add, they add another role': {
    base: [],
    mine: [[undefined, 'x 7 Reviewer']],
    theirs: ['x 7 Annotator'],
    sent: ['x 7 Annotator', 'x 7 Reviewer'],
    says: ['- > x 7 Reviewer'],
  },
  'I change the project of a row, they its role': {
    base: ['x 7 Inherit'],
    mine: [['x 7 Inherit', 'x 8 Inherit']],
    theirs: ['x 7 Reviewer'],
    sent: ['x 8 Inherit'],
    says: ['x 7 Inherit > x 8 Inherit: instead of x 7 Reviewer'],
  },
};

const ALL: Readonly<Record<Panel, Readonly<Record<string, Case>>>> = {
  roles: ROLES,
  workspaces: WORKSPACES,
  projects: PROJECTS,
};
const CASES = (Object.keys(ALL) as Panel[]).flatMap((panel) =>
  Object.entries(ALL[panel]).map(([name, each]) => [panel, name, each] as const),
);

describe('my changes on top of theirs', () => {
  it.each(CASES)('in the list of %s: %s', (panel, _, { base, mine, theirs, sent, says }) => {
    const { draft, outcomes } = merge(draftOf(panel, base, mine), stored(panel, theirs));
    expect(sentOf(draft, panel)).toEqual(sent);
    expect(outcomes.map(said)).toEqual(says);
    expect(countChanges(draft)).toBe(outcomes.filter((outcome) => !isSoAlready(outcome)).length);
  });

  it('keep a row that is not finished', () => {
    const mine = draftOf('roles', ['x Manager'], [[undefined, 'y ']]);
    const { draft } = merge(mine, stored('roles', []));
    expect(draft.rows.roles.map(({ now }) => now)).toEqual([{ group: 'y', target: '' }]);
  });
});
