import { sql, type RawBuilder } from 'kysely';
import { type PageQuery, rowsOn, type RowWindow } from '../../../platform/http/page.js';
import { foldCase } from '../../../text/index.js';

/** Filters members; a missing filter restricts nothing. */
export interface MemberFilter {
  readonly ids?: readonly number[];
  /** Part of a name, userName or email, without regard to case. */
  readonly search?: string;
  /** Organization roles, of which a member must have one. */
  readonly role?: readonly string[];
}

/** The condition of a filter on a row `u` of `users` that is not deleted, and its row `a` of `role_assignments`. */
export function fits({ ids, search, role }: MemberFilter): RawBuilder<unknown> {
  return sql`u.visible
    ${ids === undefined ? sql`` : sql`and u.id = any(${[...ids]}::integer[])`}
    ${search === undefined ? sql`` : sql`and position(${foldCase(search)} in u.search_key) > 0`}
    ${role === undefined ? sql`` : sql`and a.role = any(${[...role]}::text[])`}`;
}

/** The keys to sort members by; `a` is their row of `role_assignments`. */
const SORT_KEYS = {
  id: sql`u.id`,
  email: sql`u.email_key`,
  username: sql`u.user_name_key`,
  first_name: sql`lower(u.attributes #>> '{name,givenName}')`,
  last_name: sql`lower(u.attributes #>> '{name,familyName}')`,
  date_joined: sql`u.created_at`,
  role: sql`-role_rank(a.role)`,
} as const;

type SortKey = keyof typeof SORT_KEYS;

/** Values of `ordering`: a key, with a minus for the other direction. */
export const MEMBER_ORDERINGS = Object.keys(SORT_KEYS).flatMap((key) => [key, `-${key}`]);

function isSortKey(key: string): key is SortKey {
  return key in SORT_KEYS;
}

function sortedBy(ordering = 'id'): RawBuilder<unknown> {
  const key = ordering.replace(/^-/, '');
  const direction = ordering.startsWith('-') ? sql`desc` : sql`asc`;
  return sql`order by ${isSortKey(key) ? SORT_KEYS[key] : SORT_KEYS.id} ${direction} nulls last, u.id`;
}

/** Which part of a list of members to read; `ordering` is one of `MEMBER_ORDERINGS`. */
export interface MemberWindow extends RowWindow {
  readonly ordering?: string;
}

/** The part of a list on a page. */
export function windowOf(page: PageQuery & { readonly ordering?: string }): MemberWindow {
  return { ordering: page.ordering, ...rowsOn(page) };
}

/** `order by … limit …`, with the id last so that the order is total; without a window it is the whole list, by id. */
export function windowed(window?: MemberWindow): RawBuilder<unknown> {
  return sql`${sortedBy(window?.ordering)} ${window ? sql`limit ${window.limit} offset ${window.offset}` : sql``}`;
}
