/** Owned by provisioning: what brought each change of access about. Nobody knows that of those before. */
export const causesOfChanges = [`alter table access_changes add column causes jsonb`];
