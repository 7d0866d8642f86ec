/** A view that a module publishes for modules that must not read its tables. */
interface PublishedView {
  readonly name: string;
  /** The module whose tables it shows. */
  readonly publishedBy: string;
  /** The modules with statements that name it, its own included. */
  readonly readBy: readonly string[];
  readonly query: string;
}

/**
 * Every view, each after those that it reads. The architecture test compares owners and readers with the statements of
 * the modules, and with the table in docs/architecture.md.
 */
export const views: readonly PublishedView[] = [
  // The creators of projects, including deleted accounts.
  {
    name: 'user_names',
    publishedBy: 'users',
    readBy: ['workspaces'],
    query: `
      select organization_id, id as user_id, user_name, email,
             coalesce(attributes #>> '{name,givenName}', '') as first_name,
             coalesce(attributes #>> '{name,familyName}', '') as last_name
        from users`,
  },
  // The groups of a SCIM User, read-only there.
  {
    name: 'user_groups',
    publishedBy: 'groups',
    readBy: ['users'],
    query: `
      select m.organization_id, m.user_id, g.id as group_id, g.scim_id, g.display_name
        from group_members m
        join groups g on g.organization_id = m.organization_id and g.id = m.group_id`,
  },
  // A group that a mapping names outlives its deletion as a placeholder.
  {
    name: 'mapped_groups',
    publishedBy: 'mappings',
    readBy: ['activity', 'groups'],
    query: `
      select organization_id, group_id from role_mappings
      union select organization_id, group_id from workspace_mappings
      union select organization_id, group_id from project_mappings`,
  },
  // Users with a working role, and users who wait for one.
  {
    name: 'seat_usage',
    publishedBy: 'provisioning',
    readBy: ['organizations', 'provisioning'],
    query: `
      select organization_id,
             (count(*) filter (where is_working_role(role)))::integer as used,
             (count(*) filter (where waiting_since is not null))::integer as waiting
        from role_assignments group by organization_id`,
  },
  // Workspaces that somebody may enter.
  {
    name: 'workspace_access',
    publishedBy: 'provisioning',
    readBy: ['provisioning', 'workspaces'],
    query: `
      select m.organization_id, m.user_id, m.workspace_id
        from workspace_memberships m
        join role_assignments a on a.organization_id = m.organization_id and a.user_id = m.user_id
       where a.role <> 'DI'`,
  },
  // One row for each project that somebody below Administrator reaches; a role is null while it is pending.
  {
    name: 'project_access',
    publishedBy: 'provisioning',
    readBy: ['provisioning', 'workspaces'],
    query: `
      with reached as (
        select organization_id, user_id, project_id,
               elevated_rank(mapped_role, manual_role) as explicit_rank,
               mapped_inherit or manual_inherit as inherits
          from project_memberships
        union all
        select m.organization_id, m.user_id, p.id, null, false
          from workspace_memberships m
          join projects p on p.organization_id = m.organization_id and p.workspace_id = m.workspace_id
      ), combined as (
        select organization_id, user_id, project_id, max(explicit_rank) as explicit_rank, bool_or(inherits) as inherits
          from reached group by organization_id, user_id, project_id
      )
      select c.organization_id, c.user_id, c.project_id,
             effective_project_role(a.role, c.explicit_rank, c.inherits) as role,
             case when a.role = 'NO' then 'pending' else 'active' end as state
        from combined c
        join role_assignments a on a.organization_id = c.organization_id and a.user_id = c.user_id
       where a.role in ('MA', 'RE', 'AN', 'NO')`,
  },
  // The read-only access extension of a SCIM User.
  {
    name: 'user_access',
    publishedBy: 'provisioning',
    readBy: ['users'],
    query: `
      select a.organization_id, a.user_id, a.role, a.role_source,
             (select coalesce(jsonb_agg(jsonb_build_object('value', w.id::text, 'display', w.title) order by w.id), '[]')
                from workspace_access m
                join workspaces w on w.organization_id = m.organization_id and w.id = m.workspace_id
               where m.organization_id = a.organization_id and m.user_id = a.user_id) as workspaces,
             (select coalesce(jsonb_agg(jsonb_strip_nulls(jsonb_build_object(
                       'value', p.id::text, 'display', p.title, 'role', m.role, 'state', m.state)) order by p.id), '[]')
                from project_access m
                join projects p on p.organization_id = m.organization_id and p.id = m.project_id
               where m.organization_id = a.organization_id and m.user_id = a.user_id) as projects
        from role_assignments a`,
  },
];
