import { sql, type RawBuilder } from 'kysely';

/**
 * CTEs from `ruled` to `decided`: rule R8. Users with a working role keep their seat. Those who should get a working
 * role take free seats, first those who already wait, in order of waiting, then those who ask now. If no seat is free,
 * a user is Not Activated and waits. Seats freed by this very statement count, so that users outside the scope may get
 * one.
 *
 * The Owner never waits. Without a limit nobody does, and nothing is counted.
 */
export function seatSteps(organizationId: number): RawBuilder<unknown> {
  return sql`
    line as materialized (
      select user_id, waiting_since from ruled
       where is_working_role(role) and not is_working_role(previous) and not is_owner
      union all
      select a.user_id, a.waiting_since from role_assignments a
       where a.organization_id = ${organizationId} and a.waiting_since is not null
         and not exists (select from scope s where s.user_id = a.user_id)
    ),
    seats as materialized (
      select case when o.seat_limit is not null then o.seat_limit
               - (select count(*) from role_assignments a where a.organization_id = o.id and is_working_role(a.role)
                     and not exists (select from scope s where s.user_id = a.user_id))
               - (select count(*) from ruled r where is_working_role(r.role) and (is_working_role(r.previous) or r.is_owner))
             end as free
        from organizations o where o.id = ${organizationId}
    ),
    seated as materialized (
      select l.user_id
        from (select user_id, row_number() over (order by waiting_since nulls last, user_id) as place from line) l, seats s
       where s.free is null or l.place <= s.free
    ),
    decided as materialized (
      select r.organization_id, r.user_id, r.previous, r.new_base_role as base_role, r.new_base_role_source as base_role_source,
             r.mapped_role, r.role_source, r.previous_mapped_role, r.account_cause, false as is_seated,
             case when r.is_mapped then r.role_grants end as role_grants,
             case when r.waits then 'NO' else r.role end as role,
             case when r.waits then 'waiting_for_seat' else r.reason end as reason,
             case when r.waits then coalesce(r.waiting_since, statement_timestamp()) end as waiting_since
        from (select r.*, l.user_id is not null and s.user_id is null as waits from ruled r
                left join line l on l.user_id = r.user_id
                left join seated s on s.user_id = r.user_id) r
      union all
      select a.organization_id, a.user_id, a.role, a.base_role, a.base_role_source, a.mapped_role, a.role_source,
             null, null, true, null,
             case when coalesce(a.mapped_role, a.base_role) = 'NO' then a.activation_role
                  else coalesce(a.mapped_role, a.base_role) end, null, null
        from seated s
        join role_assignments a on a.organization_id = ${organizationId} and a.user_id = s.user_id
       where a.waiting_since is not null and not exists (select from scope c where c.user_id = a.user_id)
    )`;
}
