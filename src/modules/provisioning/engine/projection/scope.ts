import { sql, type RawBuilder } from 'kysely';

/** The users whose access is evaluated. */
export type Scope =
  | { readonly kind: 'users'; readonly userIds: readonly number[] }
  | { readonly kind: 'groups'; readonly groupIds: readonly number[] }
  | { readonly kind: 'organization' };

/** `select user_id …` of the users in a scope; the members of a group are never read into this process. */
export function usersIn(organizationId: number, scope: Scope): RawBuilder<unknown> {
  switch (scope.kind) {
    case 'users':
      if (isSingle(scope)) return sql`select ${scope.userIds[0]}::integer as user_id`;
      return sql`select distinct u.id as user_id from unnest(${[...scope.userIds]}::integer[]) as u (id)`;
    case 'groups':
      return sql`select distinct m.user_id from group_members m
        where m.organization_id = ${organizationId} and m.group_id = any(${[...scope.groupIds]}::integer[])`;
    case 'organization':
      return sql`select u.id as user_id from users u where u.organization_id = ${organizationId}`;
  }
}

/**
 * The CTE `scope`, with which the steps of an evaluation begin. It has the organization in a column, so that PostgreSQL
 * joins other tables by both parts of their key. Without statistics it takes an organization for small, and would join
 * by that alone and read the rows of everybody in it.
 *
 * @param users a query that yields `user_id`
 */
export function scopeOf(organizationId: number, users: RawBuilder<unknown>): RawBuilder<unknown> {
  return sql`scope as materialized (
    select ${organizationId}::integer as organization_id, user_id from (${users}) as users)`;
}

/** Whether a scope is one user: then its statements always have the same best plan. */
export function isSingle(scope: Scope): boolean {
  return scope.kind === 'users' && scope.userIds.length === 1;
}
