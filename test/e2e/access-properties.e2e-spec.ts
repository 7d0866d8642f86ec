import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { assignmentsInDatabase, assignmentsInModel } from '../access/assignments.js';
import { grantsBehind, grantsIn, loggedAfter } from '../access/grants.js';
import { DatabaseStage } from '../access/database-stage.js';
import { Model } from '../access/model/model.js';
import { inWords, randomSetting, randomSteps, twoOrders } from '../access/random-steps.js';
import type { Setting, Step } from '../access/stage.js';
import { startTestServer, type TestServer } from '../support/test-server.js';

const SEED = 20_261_121;
const MOST_MS = 12_000;

/** An organization in which nothing is kept manually. */
const PLAIN: Setting = {
  defaultRole: 'AN',
  manualRoles: false,
  manualWorkspaces: false,
  manualProjects: false,
  seatLimit: null,
  users: ['owner', 'ana', 'bo', 'cy'],
  projects: { p1: 'w1', p2: null },
};

describe('Any sequence of changes', () => {
  let server: TestServer;

  beforeAll(async () => {
    server = await startTestServer();
  });
  afterAll(() => server.close());

  const arrange = async (setting: Setting, steps: readonly Step[]) => {
    const stage = await DatabaseStage.open(server, setting);
    for (const step of steps) await step.play(stage);
    return stage;
  };

  it('leaves the database where the pure rules lead, after every step, and nothing to reconcile', async () => {
    const property = fc.asyncProperty(
      randomSetting,
      fc.array(randomSteps, { minLength: 5, maxLength: 25 }),
      async (setting, sequence) => {
        const stage = await DatabaseStage.open(server, setting);
        const model = new Model(setting);
        for (const steps of sequence) {
          for (const step of steps) {
            await step.play(stage);
            await step.play(model);
          }
          expect({ after: inWords(steps), ...(await assignmentsInDatabase(server.database, stage.id)) }).toEqual({
            after: inWords(steps),
            ...assignmentsInModel(model),
          });
          expect(await stage.reconcile()).toBe(0);
        }
        for (const name of model.users.keys()) expect(await stage.access(name)).toEqual(model.access(name));
      },
    );
    await fc.assert(property, { seed: SEED, numRuns: 40, interruptAfterTimeLimit: MOST_MS });
  });

  it('is logged with causes: what groups of that very person give there, or gave until then', async () => {
    let throughGroups = 0;
    const property = fc.asyncProperty(
      randomSetting,
      fc.array(randomSteps, { minLength: 5, maxLength: 25 }),
      async (setting, sequence) => {
        const stage = await DatabaseStage.open(server, setting);
        let last = (await loggedAfter(server.database, stage.id, 0)).at(-1)?.id ?? 0;
        for (const step of sequence.flat()) {
          const before = await grantsIn(server.database, stage.id);
          await step.play(stage);
          const after = await grantsIn(server.database, stage.id);
          for (const change of await loggedAfter(server.database, stage.id, last)) {
            last = change.id;
            const behind = grantsBehind(change);
            throughGroups += behind.length;
            const given = change.current === null ? [...before].filter((grant) => !after.has(grant)) : [...after];
            const fromElsewhere = change.kind === 'role' ? [...before, ...after] : given;
            expect({
              after: inWords([step]),
              change,
              wrong: behind.filter((grant) => !fromElsewhere.includes(grant)),
            }).toEqual({ after: inWords([step]), change, wrong: [] });
            expect({ after: inWords([step]), change, causes: change.causes.length > 0 }).toMatchObject({
              causes: true,
            });
          }
        }
      },
    );
    await fc.assert(property, { seed: SEED, numRuns: 40, interruptAfterTimeLimit: MOST_MS });
    expect(throughGroups).toBeGreaterThan(10);
  });

  it('ends the same in whatever order steps come that only add', async () => {
    const property = fc.asyncProperty(twoOrders, async ([one, other]) => {
      const [first, second] = [await arrange(PLAIN, one), await arrange(PLAIN, other)];
      for (const name of PLAIN.users) expect(await first.access(name)).toEqual(await second.access(name));
    });
    await fc.assert(property, { seed: SEED, numRuns: 20, interruptAfterTimeLimit: MOST_MS / 2 });
  });
});
