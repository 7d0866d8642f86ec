import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { outcomeOf } from './access-case.js';
import { ACCESS_CASES } from './cases.js';
import { assignmentsInModel } from './assignments.js';
import { Model } from './model/model.js';
import { randomSetting, randomSteps, twoOrders } from './random-steps.js';
import type { Setting, Step } from './stage.js';
import { row, without } from './steps.js';

describe('The table of access rules', () => {
  it('has a case for every rule, each under a name of its own', () => {
    const names = ACCESS_CASES.map(({ name }) => name);
    expect(new Set(names).size).toBe(names.length);
    expect(names.length).toBeGreaterThan(150);
  });
});

describe('The pure access rules', () => {
  it.each(ACCESS_CASES)('$name', async ({ given, steps, then }) => {
    const model = new Model(given);
    for (const step of steps) await step.play(model);
    for (const [user, outcome] of Object.entries(then)) expect(outcomeOf(model.access(user))).toEqual(outcome);
  });
});

describe('The pure access rules, whatever happens', () => {
  const play = async (setting: Setting, steps: readonly Step[]) => {
    const model = new Model(setting);
    for (const step of steps) await step.play(model);
    return model;
  };

  it('say the same again when nothing happens', async () => {
    const property = fc.asyncProperty(
      randomSetting,
      fc.array(randomSteps, { maxLength: 30 }),
      async (setting, steps) => {
        const model = await play(setting, steps.flat());
        const before = structuredClone(assignmentsInModel(model));
        model.save([]);
        for (const group of model.groups.keys())
          model.save([row.workspace(group, 'w9'), without(row.workspace(group, 'w9'))]);
        expect(assignmentsInModel(model)).toEqual(before);
      },
    );
    await fc.assert(property, { seed: 7, numRuns: 200 });
  });

  it('end the same in whatever order steps come that only add', async () => {
    const property = fc.asyncProperty(randomSetting, twoOrders, async (setting, [one, other]) => {
      const plenty = { ...setting, seatLimit: null };
      const [first, second] = [await play(plenty, one), await play(plenty, other)];
      for (const name of first.users.keys()) expect(first.access(name)).toEqual(second.access(name));
    });
    await fc.assert(property, { seed: 7, numRuns: 300 });
  });
});
