import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { sql } from 'kysely';
import { MappingsService } from '../../src/modules/mappings/mappings.service.js';
import type { PreviewDto } from '../../src/modules/provisioning/access-api/preview/preview.dto.js';
import { PreviewService } from '../../src/modules/provisioning/access-api/preview/preview.service.js';
import { accessRows, changesBetween, fingerprints } from '../access/access-rows.js';
import { DatabaseStage } from '../access/database-stage.js';
import { randomSettings } from '../access/random-settings.js';
import { randomSetting, randomSteps } from '../access/random-steps.js';
import { startTestServer, type TestServer } from '../support/test-server.js';

const SEED = 20_261_121;
/** Enough for every kind of change to occur; a fixed number, so that they are the same on any machine. */
const RUNS = 50;
const MOST_MS = 120_000;

describe('What a preview said', () => {
  let server: TestServer;

  beforeAll(async () => {
    server = await startTestServer();
  });
  afterAll(() => server.close());

  const namesIn = async (organizationId: number) => {
    const rows = await server.database.rows<{ name: string }>(sql`
      select title as name from workspaces where organization_id = ${organizationId}
      union all select display_name from groups where organization_id = ${organizationId}`);
    return new Set(rows.map(({ name }) => name));
  };

  it(
    'is what saving then does, whatever the organization and the settings, and it changed no row',
    async () => {
      const told: PreviewDto[] = [];
      const property = fc.asyncProperty(
        randomSetting,
        fc.array(randomSteps, { minLength: 5, maxLength: 20 }),
        randomSettings,
        async (setting, sequence, settings) => {
          const stage = await DatabaseStage.open(server, setting);
          for (const step of sequence.flat()) await step.play(stage);
          await server.database.rows(sql`update groups set placeholder = false, last_pushed_at = now()
          where organization_id = ${stage.id} and placeholder`);
          const actor = { ...stage.actor, userId: stage.users.known('owner') };
          const body = settings((title) => stage.projects.known(title));

          const rows = await fingerprints(server.database);
          const preview = await server.app.get(PreviewService).preview(actor, body, undefined);
          expect(await fingerprints(server.database)).toEqual(rows);

          const [before, names] = [await accessRows(server.database, stage.id), await namesIn(stage.id)];
          await server.app.get(MappingsService).save(actor, body);
          const changes = changesBetween(before, await accessRows(server.database, stage.id));
          expect(preview).toMatchObject({ changes, users_changed: changes.length });
          const created = [...(await namesIn(stage.id))].filter((name) => !names.has(name));
          expect([...preview.workspaces_created, ...preview.groups_created].sort()).toEqual(created.sort());
          told.push(preview);
        },
      );
      await fc.assert(property, { seed: SEED, numRuns: RUNS });

      const entries = told.flatMap(({ changes }) => changes);
      expect(entries.filter(({ role }) => role).length).toBeGreaterThan(5);
      expect(entries.flatMap(({ workspaces }) => workspaces?.removed ?? []).length).toBeGreaterThan(0);
      expect(entries.flatMap(({ projects }) => projects?.changed ?? []).length).toBeGreaterThan(0);
    },
    MOST_MS,
  );
});
