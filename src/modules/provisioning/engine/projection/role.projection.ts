import { sql, type RawBuilder } from 'kysely';
import type { MappingSource } from './mapping-source.js';
import { causesOf, groupCauses } from './cause.js';
import { loggedChanges } from './logged-changes.js';
import type { Occasion } from './occasion.js';
import { roleSteps } from './role.steps.js';
import { scopeOf } from './scope.js';
import { seatSteps } from './seat.steps.js';

/** How many assignments a statement changed. */
export interface Changed {
  readonly changed: number;
}

/**
 * CTEs that end in `decided`: the decision on every user of the CTE `scope`, and on users outside it who get a seat.
 * Storing, previewing and reconciling all use these, and differ in what they do with the result.
 */
export function roleDecisions(organizationId: number, mappings: MappingSource): RawBuilder<unknown> {
  return sql`${roleSteps(organizationId, mappings)}, ${seatSteps(organizationId)}`;
}

/** Whether the stored row `a` differs from the row `decision`. */
export function isDifferentFrom(decision: RawBuilder<unknown>): RawBuilder<boolean> {
  return sql<boolean>`(${columnsOf(sql`a`)}) is distinct from (${columnsOf(decision)})`;
}

/** The decided columns of `role_assignments`. */
const DECIDED = ['base_role', 'base_role_source', 'mapped_role', 'role', 'role_source', 'reason', 'waiting_since'];

function columnsOf(row: RawBuilder<unknown>): RawBuilder<unknown> {
  return sql.join(DECIDED.map((name) => sql`${row}.${sql.ref(name)}`));
}

/** Rows `x` of a set of `role_grants`; only the most elevated role counts. */
const GRANTS = sql`from (
  select (given & 4294967295)::integer as group_id, role_at((given >> 32)::integer) as role
    from unnest(sets.grants) as grants (given) where given >> 32 = sets.grants[1] >> 32) x`;

/**
 * CTEs from `decided` and `stored` to `caused`: whose role changed, and why. The cause is their account if it is not
 * active, a seat if nothing of their own has changed, and otherwise the groups that give the role now, or that gave the
 * previous one until just now.
 */
function causeSteps(organizationId: number, { circumstance, former }: Occasion): RawBuilder<unknown> {
  return sql`
    changes as (
      select s.user_id, d.previous, s.current, s.reason, d.is_seated, d.previous_mapped_role,
             case when s.current = 'DI' then d.account_cause end as account_cause, d.role_grants is not null as is_mapped,
             case when s.current = d.mapped_role or s.reason = 'waiting_for_seat' then d.role_grants end as grants
        from stored s join decided d on d.user_id = s.user_id
       where d.previous <> s.current
    ),
    left_by as (
      select c.user_id, array_agg((role_rank(f.role)::bigint << 32) + f.group_id order by f.group_id) as grants
        from changes c
        join ${former.members} m (user_id, group_id) on m.user_id = c.user_id
        join ${former.roles} f (group_id, role) on f.group_id = m.group_id and f.role = c.previous_mapped_role
       where not c.is_mapped and c.account_cause is null
       group by c.user_id
    ),
    sourced as (
      select c.*, coalesce(c.grants, l.grants) as sources from changes c left join left_by l on l.user_id = c.user_id
    ),
    named as materialized (
      select grants, ${groupCauses(organizationId, GRANTS)} as causes
        from (select distinct sources as grants from sourced where sources is not null) as sets
    ),
    caused as (
      select c.user_id, c.previous, c.current, c.reason,
             case when c.account_cause is not null then jsonb_build_array(jsonb_build_object('kind', c.account_cause))
                  when c.is_seated then ${causesOf('seat')}
                  else ${causesOf(circumstance)} || coalesce(n.causes, '[]') end as causes
        from sourced c left join named n on n.grants = c.sources
    )`;
}

/**
 * Brings the organization roles of some users, and their base roles, into line with rules R1 to R8; changes go into
 * `access_changes`, with their causes.
 *
 * Every decided row exists. The statement is written as an insert with a conflict all the same, because PostgreSQL then
 * looks each row up by its key; for an update with a join it reads the whole table as long as that has no statistics.
 *
 * @param scope a query that yields `user_id`; the caller has locked these users' rows of `role_assignments`, and the
 *   seats
 * @param areNew whether these users had no role before, only a row to hold one
 */
export function projectRoles(
  organizationId: number,
  scope: RawBuilder<unknown>,
  mappings: MappingSource,
  occasion: Occasion,
  requestId: string,
  { areNew = false }: { readonly areNew?: boolean } = {},
): RawBuilder<Changed> {
  const previous = areNew ? sql`case when user_id not in (select user_id from scope) then previous end` : sql`previous`;
  const changes = sql`
    select user_id, null::integer as target_id, ${previous} as previous, current, reason, causes from caused`;
  const columns = sql.join(DECIDED.map((name) => sql.ref(name)));
  return sql<Changed>`
    with ${scopeOf(organizationId, scope)}, ${roleDecisions(organizationId, mappings)},
    stored as (
      insert into role_assignments as a (organization_id, user_id, ${columns})
      select ${organizationId}::integer, user_id, ${columns} from decided
      on conflict (organization_id, user_id)
        do update set (${columns}, updated_at) = row(${columnsOf(sql`excluded`)}, now())
        where ${isDifferentFrom(sql`excluded`)}
      returning user_id, role as current, reason
    ),
    ${causeSteps(organizationId, occasion)},
    ${loggedChanges({ organizationId, kind: 'role', requestId }, changes)}
    select count(*)::integer as changed from stored`;
}
