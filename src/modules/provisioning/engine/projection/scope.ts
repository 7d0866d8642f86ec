import { sql, type RawBuilder } from 'kysely';

/** Whose access is evaluated. */
export type Scope =
  | { readonly kind: 'users'; readonly userIds: readonly number[] }
  | { readonly kind: 'groups'; readonly groupIds: readonly number[] }
  | { readonly kind: 'organization' };

/** `select user_id …` of the users in a scope; a group's members never pass through this process. */
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
 * The CTE `scope`, which the steps of an evaluation begin with. It has the organization in a column, so that PostgreSQL
 * joins what belongs to these users by both parts of its key: by the organization alone, which it takes for small as
 * long as it has no statistics, it would read everybody's.
 * @param users a query that yields `user_id`
 */
export function scopeOf(organizationId: number, users: RawBuilder<unknown>): RawBuilder<unknown> {
  return sql`scope as materialized (
    select ${organizationId}::integer as organization_id, user_id from (${users}) as users)`;
}

/** Whether a scope is one user: then the statements over it always have the same best plan. */
export function isSingle(scope: Scope): boolean {
  return scope.kind === 'users' && scope.userIds.length === 1;
}
