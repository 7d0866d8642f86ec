/**
 * Owned by provisioning: the order of elevation, and everything derived from it, in the one place where SQL defines it.
 * The planner inlines the functions: they are immutable, and an argument that a body uses twice has to be a column or
 * nearly as cheap.
 */
export const roleFunctions = [
  `create function role_rank(role text) returns integer language sql immutable parallel safe as $$
    select case role when 'OW' then 7 when 'AD' then 6 when 'MA' then 5 when 'RE' then 4 when 'AN' then 3
                     when 'NO' then 2 when 'DI' then 1 end $$`,
  `create function role_at(rank integer) returns text language sql immutable parallel safe as $$
    select case rank when 7 then 'OW' when 6 then 'AD' when 5 then 'MA' when 4 then 'RE' when 3 then 'AN'
                     when 2 then 'NO' when 1 then 'DI' end $$`,
  `create function is_working_role(role text) returns boolean language sql immutable parallel safe as $$
    select role in ('OW', 'AD', 'MA', 'RE', 'AN') $$`,

  // The more elevated of two roles; null counts as the lowest.
  `create function elevated_rank(one text, other text) returns integer language sql immutable parallel safe as $$
    select greatest(role_rank(one), role_rank(other)) $$`,
  `create function elevated(one text, other text) returns text language sql immutable parallel safe as $$
    select role_at(elevated_rank(one, other)) $$`,
  // The effective role of a member, from organization role, explicit role and Inherit; null while pending, and for the
  // Deactivated.
  `create function effective_project_role(role text, explicit_rank integer, inherits boolean) returns text
    language sql immutable parallel safe as $$
    select case when role in ('NO', 'DI') then null
                when role in ('OW', 'AD', 'MA') or explicit_rank is null then role
                when inherits then role_at(greatest(explicit_rank, role_rank(role)))
                else role_at(explicit_rank) end $$`,
];
