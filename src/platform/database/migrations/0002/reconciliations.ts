/** Owned by provisioning. A check that was begun and not finished has the results of the one before, or none. */
export const reconciliationTable = [
  `create table reconciliations (
    organization_id integer primary key references organizations (id),
    started_at timestamptz not null,
    finished_at timestamptz,
    users_checked integer,
    drift integer,
    repaired boolean,
    constraint reconciliations_result_check check (
      (finished_at is null) = (users_checked is null) and (finished_at is null) = (drift is null)
      and (finished_at is null) = (repaired is null))
  )`,
];
