import { sql, type RawBuilder } from 'kysely';
import { instantInSql } from '../../platform/database/instant.js';
import { parseMoment } from '../../platform/http/moment.js';
import { foldCase } from '../../text/index.js';
import type { ActivityLogFilter } from './activity-log.dto.js';

/** Entries `e` with the user `u` who acted. */
export const ENTRIES = sql`activity_entries e
  left join users u on u.organization_id = e.organization_id and u.id = e.actor_id`;

/**
 * `from … where …`: the changes of access `a` that belong to an entry `e`: the same request id and the same
 * transaction. Both have the transaction's time, which is compared as well because a client may send the same request
 * id twice.
 */
export function changesOfEntry(filter: Pick<ActivityLogFilter, 'affected_user'>): RawBuilder<unknown> {
  return sql`from access_changes a
    where a.organization_id = e.organization_id and a.request_id = e.request_id and a.created_at = e.occurred_at
      ${ofAffected(filter)}`;
}

/** Names of details that list users. */
const LISTS_OF_USERS = ['userIds', 'addedUserIds', 'removedUserIds'];

/** Whether a field of an entry's details has this value, or is a list with it. */
function names(member: string, value: number | readonly number[]): RawBuilder<unknown> {
  return sql`e.details @> ${JSON.stringify({ [member]: value })}::jsonb`;
}

/**
 * Whether an entry changed a user's access or names them. The transactions that changed the user's access are few and
 * looked up once; the details of every entry are read.
 */
function affects(organizationId: number, user: number): RawBuilder<unknown> {
  const named = [names('userId', user), ...LISTS_OF_USERS.map((list) => names(list, [user]))];
  return sql`(${sql.join(named, sql` or `)}
    or (e.request_id, e.occurred_at) in (select a.request_id, a.created_at from access_changes a
         where a.organization_id = ${organizationId} and a.user_id = ${user}))`;
}

function found(search: string): RawBuilder<unknown> {
  const text = sql`lower(concat_ws(' ', e.url, e.action, u.email, e.details::text))`;
  return sql`position(${foldCase(search)} in ${text}) > 0`;
}

const given = <Value>(value: Value | undefined, condition: (value: Value) => RawBuilder<unknown>) =>
  value === undefined ? [] : [condition(value)];

/** The condition of a filter on a row of `ENTRIES`. */
export function fits(organizationId: number, filter: ActivityLogFilter): RawBuilder<unknown> {
  const conditions = [
    sql`e.organization_id = ${organizationId}`,
    ...given(filter.user, (user) => sql`e.actor_id = ${user}`),
    ...given(filter.affected_user, (user) => affects(organizationId, user)),
    ...given(filter.request_id, (id) => sql`e.request_id = ${id}`),
    ...given(filter.action, (actions) => sql`e.action = any(${[...actions]}::text[])`),
    ...given(filter.project, (project) => names('projectId', project)),
    ...given(filter.workspace, (workspace) => names('workspaceId', workspace)),
    ...given(filter.method, (methods) => sql`e.method = any(${[...methods]}::text[])`),
    ...given(parseMoment(filter.start_date ?? ''), ({ start }) => sql`e.occurred_at >= ${instantInSql(start)}`),
    ...given(parseMoment(filter.end_date ?? ''), ({ end }) => sql`e.occurred_at < ${instantInSql(end)}`),
    ...given(filter.search, found),
  ];
  return sql.join(conditions, sql` and `);
}

/**
 * The condition, with an `and` before it, that restricts rows `a` of `access_changes` to the requested user, if any.
 */
function ofAffected({ affected_user: user }: Pick<ActivityLogFilter, 'affected_user'>): RawBuilder<unknown> {
  return user === undefined ? sql`` : sql`and a.user_id = ${user}`;
}
