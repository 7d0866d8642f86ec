import { describe, expect, it } from '@jest/globals';
import { ProposedNames } from './proposed-names.js';

describe(ProposedNames.name, () => {
  const proposed = () => new ProposedNames(() => Promise.resolve(new Map([['qa', 7]])));

  it('gives what exists its id and creates nothing', async () => {
    const names = proposed();
    expect(await names.idsOf(['QA', 'qa'])).toEqual([7, 7]);
    expect(names.created).toEqual([]);
  });

  it('gives what is unknown one id below zero, in the first of several spellings, over all lists', async () => {
    const names = proposed();
    expect(await names.idsOf(['Leads', 'qa', 'Ops'])).toEqual([-1, 7, -2]);
    expect(await names.idsOf(['OPS', 'leads'])).toEqual([-2, -1]);
    expect(names.created).toEqual([
      { id: -1, name: 'Leads' },
      { id: -2, name: 'Ops' },
    ]);
  });
});
