import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { sql } from 'kysely';
import { mostElevated, ROLES } from '../../src/modules/provisioning/engine/rules/roles.js';
import { effectiveProjectRole } from '../access/model/effective-access.js';
import { startTestServer, type TestServer } from '../support/test-server.js';

const OR_NONE = [...ROLES, null];
const EXPLICIT = ['RE', 'AN', null] as const;

/**
 * Compares SQL's functions of roles with the model. The rest of the rules is in statements, which use these functions.
 */
describe('The functions of roles in the database', () => {
  let server: TestServer;

  beforeAll(async () => {
    server = await startTestServer();
  });
  afterAll(() => server.close());

  const results = async (call: ReturnType<typeof sql>) =>
    (await server.database.rows<{ result: string | null }>(sql`select (${call}) as result`)).map(
      ({ result }) => result,
    );

  it('know the more elevated of two roles, either of which may be none', async () => {
    for (const one of OR_NONE) {
      for (const other of OR_NONE) {
        const given = [one, other].filter((role) => role !== null);
        expect(await results(sql`elevated(${one}::text, ${other}::text)`)).toEqual([mostElevated(given)]);
      }
    }
  });

  it('know the role that counts in a project, of a member', async () => {
    for (const role of ROLES.filter((some) => some !== 'OW' && some !== 'AD')) {
      for (const explicit of EXPLICIT) {
        for (const inherits of [true, false]) {
          const membership = { mapped: { role: explicit, inherits }, manual: null };
          expect(await results(sql`effective_project_role(${role}, role_rank(${explicit}), ${inherits})`)).toEqual([
            effectiveProjectRole(role, membership, true)?.role ?? null,
          ]);
        }
      }
    }
  });

  it('leave the Owner and Administrators their own role in every project', async () => {
    expect(await results(sql`effective_project_role('OW', role_rank('AN'), false)`)).toEqual(['OW']);
    expect(await results(sql`effective_project_role('AD', role_rank('AN'), false)`)).toEqual(['AD']);
  });

  it('are no calls any more when a statement runs: the planner puts what they say in their place', async () => {
    const plan = await server.database.rows<Record<string, string>>(
      sql`explain (verbose) select * from project_access where organization_id = 1 and user_id = 1`,
    );
    const lines = plan.flatMap((row) => Object.values(row)).join('\n');
    expect(lines).toContain('CASE');
    expect(lines).not.toMatch(/elevated|effective_project_role|role_rank\(|role_at\(/);
  });
});
