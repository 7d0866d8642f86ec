/** Owned by provisioning: the order of elevation, in the one place where SQL knows it. */
export const roleFunctions = [
  `create function role_rank(role text) returns integer language sql immutable parallel safe as $$
    select case role when 'OW' then 7 when 'AD' then 6 when 'MA' then 5 when 'RE' then 4 when 'AN' then 3
                     when 'NO' then 2 when 'DI' then 1 end $$`,
  `create function role_at(rank integer) returns text language sql immutable parallel safe as $$
    select case rank when 7 then 'OW' when 6 then 'AD' when 5 then 'MA' when 4 then 'RE' when 3 then 'AN'
                     when 2 then 'NO' when 1 then 'DI' end $$`,
  `create function is_working_role(role text) returns boolean language sql immutable parallel safe as $$
    select role in ('OW', 'AD', 'MA', 'RE', 'AN') $$`,
];
