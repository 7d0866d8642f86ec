import { sql, type RawBuilder } from 'kysely';
import type { MappingSource } from './mapping-source.js';

/**
 * CTEs from `scope` to `ruled`: the result of rules R1 to R7 for each user in the scope, as if there were seats for
 * all.
 *
 * R1: the Owner is Owner. R2: `active` false is Deactivated. R3: the most elevated role of the user's groups, which
 * takes over for good: the base role is forgotten. R4 and R6: the base role. R5: without one Deactivated; but if
 * `manual_role_management` is on when the last group role is lost, that role becomes the base role. R7: after a
 * sign-in, the activation role replaces Not Activated, wherever R3 to R6 give that.
 *
 * The steps are materialized: folded into each other their expressions multiply, and planning one user's role took 6
 * ms, ten times as long as everything else in the statement.
 *
 * `role_grants` has a number for each of the user's groups that gives a role, the most elevated ones first: the rank of
 * the role, times 2^32, plus the id of the group.
 */
export function roleSteps(organizationId: number, mappings: MappingSource): RawBuilder<unknown> {
  return sql`
    granted as materialized (
      select a.organization_id, a.user_id, a.role as previous, a.base_role, a.base_role_source, a.waiting_since,
             a.mapped_role as previous_mapped_role, a.activation_role,
             case when not u.visible then 'account_deleted' when not u.active then 'account_deactivated' end as account_cause,
             u.is_owner, u.active and u.visible as is_active, o.manual_role_management,
             (select array_agg((role_rank(m.role)::bigint << 32) + g.group_id
                               order by (role_rank(m.role)::bigint << 32) + g.group_id desc)
                from group_members g cross join lateral ${mappings.roleOf(sql`g.group_id`)} m
               where g.organization_id = a.organization_id and g.user_id = a.user_id and m.role is not null) as role_grants
        from scope s
        join role_assignments a on a.organization_id = s.organization_id and a.user_id = s.user_id
        join users u on u.organization_id = s.organization_id and u.id = s.user_id
        join organizations o on o.id = ${organizationId}
    ),
    facts as materialized (
      select g.*, role_at((role_grants[1] >> 32)::integer) as mapped_role from granted g
    ),
    based as materialized (
      select f.*,
             is_active and not is_owner and mapped_role is not null as is_mapped,
             is_active and not is_owner and mapped_role is null and base_role is null
               and previous_mapped_role is not null and manual_role_management as keeps_lost_role
        from facts f
    ),
    resolved as materialized (
      select b.*,
             case when is_mapped then null when keeps_lost_role then previous_mapped_role else base_role end as new_base_role,
             case when is_mapped then null when keeps_lost_role then 'manual' else base_role_source end as new_base_role_source,
             case when is_owner then 'OW' when not is_active then 'DI' when is_mapped then mapped_role
                  when keeps_lost_role then previous_mapped_role else coalesce(base_role, 'DI') end as given_role,
             case when is_owner then 'owner' when not is_active or is_mapped then 'scim'
                  when keeps_lost_role then 'manual' else coalesce(base_role_source, 'scim') end as role_source
        from based b
    ),
    ruled as materialized (
      select r.*,
             case when given_role = 'NO' then coalesce(activation_role, 'NO') else given_role end as role,
             case when given_role = 'NO' and activation_role is null then 'awaiting_sign_in'
                  when given_role = 'DI' and is_active and not is_mapped and new_base_role is null then 'no_role_group'
                  when given_role = 'DI' then 'deactivated' end as reason
        from resolved r
    )`;
}
