/**
 * Owned by users, groups and provisioning: indexes that what is looked up comes first in. PostgreSQL takes an
 * organization of which it has no statistics for one row in 200, and so any index that begins with it for as good as the
 * right one: on the first day it then reads the whole organization to find one user. Only primary keys begin with the
 * organization, and what lists are read by.
 */
export const keysFirst = [
  // PostgreSQL takes `deleted_at is null` for true of one row in 200, and a boolean for true of every other one.
  `alter table users add column visible boolean not null generated always as (deleted_at is null) stored`,

  `drop index users_visible_idx`,
  `create index users_visible_idx on users (organization_id, id) where visible`,
  `drop index users_user_name_key`,
  `create unique index users_user_name_key on users (user_name_key, organization_id) where visible`,
  `drop index users_email_key`,
  `create unique index users_email_key on users (email_key, organization_id) where visible`,
  `alter table users drop constraint users_scim_id_key`,
  `alter table users add constraint users_scim_id_key unique (scim_id, organization_id)`,
  `drop index users_external_id_idx`,
  `create index users_external_id_idx on users (external_id, organization_id)`,
  `drop index users_deleted_email_idx`,
  `create index users_deleted_email_idx on users (email_key, organization_id) where deleted_at is not null`,
  `drop index users_deleted_user_name_idx`,
  `create index users_deleted_user_name_idx on users (user_name_key, organization_id)
    where deleted_at is not null and email_key is null`,

  `alter table groups drop constraint groups_scim_id_key`,
  `alter table groups add constraint groups_scim_id_key unique (scim_id, organization_id)`,
  `alter table groups drop constraint groups_display_name_key`,
  `alter table groups add constraint groups_display_name_key unique (display_name_key, organization_id)`,
  `drop index groups_external_id_idx`,
  `create index groups_external_id_idx on groups (external_id, organization_id)`,

  `drop index role_assignments_role_idx`,
  `create index role_assignments_role_idx on role_assignments (role, organization_id)`,
];
