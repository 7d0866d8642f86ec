import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Setting } from '../access/stage.js';
import { DatabaseStage } from '../access/database-stage.js';
import { mapRole, mapWorkspace } from '../access/steps.js';
import { startTestServer, type TestServer } from '../support/test-server.js';

const ROUNDS = 25;

const SETTING: Setting = {
  defaultRole: 'AN',
  manualRoles: false,
  manualWorkspaces: false,
  manualProjects: false,
  seatLimit: null,
  users: ['ana'],
  projects: {},
};

describe('Changes of one user at the same time', () => {
  let server: TestServer;

  beforeAll(async () => {
    server = await startTestServer();
  });
  afterAll(() => server.close());

  it('leave nothing to reconcile, whichever of them comes last', async () => {
    const stage = await DatabaseStage.open(server, SETTING);
    await mapRole('qa', 'RE').play(stage);
    await mapWorkspace('rad', 'radiology').play(stage);
    for (let round = 0; round < ROUNDS; round++) {
      const isOdd = round % 2 === 1;
      await Promise.all([
        stage.setActive('ana', isOdd),
        isOdd ? stage.leave('qa', 'ana') : stage.join('qa', 'ana'),
        stage.signIn('ana'),
        isOdd ? stage.join('rad', 'ana') : stage.leave('rad', 'ana'),
      ]);
      expect(await stage.reconcile()).toBe(0);
    }
  });
});
