/** Owned by mappings. `position` is the place in the list that the administrator saved. */
export const mappingTables = [
  `create table role_mappings (
    organization_id integer not null,
    group_id integer not null,
    role text not null,
    position integer not null,
    primary key (organization_id, group_id),
    constraint role_mappings_role_check check (role in ('AD', 'MA', 'RE', 'AN', 'NO', 'DI')),
    constraint role_mappings_group_id_fkey foreign key (organization_id, group_id)
      references groups (organization_id, id)
  )`,

  `create table workspace_mappings (
    organization_id integer not null,
    group_id integer not null,
    workspace_id integer not null,
    position integer not null,
    primary key (organization_id, group_id, workspace_id),
    constraint workspace_mappings_group_id_fkey foreign key (organization_id, group_id)
      references groups (organization_id, id),
    constraint workspace_mappings_workspace_id_fkey foreign key (organization_id, workspace_id)
      references workspaces (organization_id, id) on delete cascade
  )`,
  `create index workspace_mappings_workspace_id_idx on workspace_mappings (organization_id, workspace_id)`,

  // role: an explicit one (RE, AN), or IN for Inherit, which follows the organization role
  `create table project_mappings (
    organization_id integer not null,
    group_id integer not null,
    project_id integer not null,
    role text not null,
    position integer not null,
    primary key (organization_id, group_id, project_id, role),
    constraint project_mappings_role_check check (role in ('RE', 'AN', 'IN')),
    constraint project_mappings_group_id_fkey foreign key (organization_id, group_id)
      references groups (organization_id, id),
    constraint project_mappings_project_id_fkey foreign key (organization_id, project_id)
      references projects (organization_id, id) on delete cascade
  )`,
  `create index project_mappings_project_id_idx on project_mappings (organization_id, project_id)`,
];
