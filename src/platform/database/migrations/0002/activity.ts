/** Owned by activity, but for the last, which is provisioning's: what the log of SCIM requests and exports are read by. */
export const quickActivity = [
  // status lets the requests of a day be counted without a look at them
  `drop index scim_requests_received_at_idx`,
  `create index scim_requests_received_at_idx on scim_requests (organization_id, received_at desc, id desc)
    include (status)`,
  `create index scim_requests_failed_idx on scim_requests (organization_id, received_at desc, id desc)
    where status >= 400`,

  // the changes of a request in their order, in batches
  `drop index access_changes_request_id_idx`,
  `create index access_changes_request_id_idx on access_changes (organization_id, request_id, id)`,

  // the user of a change belongs to the organization already: a second check of each row took as long as writing it
  `alter table access_changes drop constraint access_changes_organization_id_fkey`,
];
