import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { outcomeOf } from '../access/access-case.js';
import { ACCESS_CASES } from '../access/cases.js';
import { HttpStage } from '../access/http-stage.js';
import { Model } from '../access/model/model.js';
import { startTestServer, type TestServer } from '../support/test-server.js';

describe('The access rules over HTTP', () => {
  let server: TestServer;

  beforeAll(async () => {
    server = await startTestServer();
  });
  afterAll(() => server.close());

  it.each(ACCESS_CASES)('$name', async ({ given, steps, then }) => {
    const stage = await HttpStage.open(server, given);
    const model = new Model(given);
    for (const step of steps) {
      await step.play(stage);
      await step.play(model);
    }
    for (const [user, outcome] of Object.entries(then)) {
      const access = await stage.access(user);
      const { reason: _, ...shown } = outcome;
      expect(outcomeOf(access)).toEqual(outcome);
      expect(await stage.scimAccess(user)).toEqual(shown);
      expect(access).toEqual(model.access(user));
    }
  });
});
