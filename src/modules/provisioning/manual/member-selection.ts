import { sql, type RawBuilder } from 'kysely';
import { fits } from './member-filter.js';
import type { MemberSelectionDto } from './member-selection.dto.js';
import type { Scope } from '../engine/projection/scope.js';

/** Several users at once, as a bulk edit selects them. */
export type MemberSelection = MemberSelectionDto;

/** One user. */
export function only(userId: number): MemberSelection {
  return { included: [userId] };
}

/** What is wrong with a selection that names no users; an empty list is valid, and selects nobody. */
export function refusalOfSelection({ all, included, ids }: MemberSelection): string | undefined {
  if (all || included || ids) return undefined;
  return 'Nobody is selected: name the users in included, or send all with true for everybody';
}

/** The users that a selection includes by id. */
export function namedIn({ all, included, ids }: MemberSelection): number[] {
  return all ? [] : [...new Set([...(included ?? []), ...(ids ?? [])])];
}

/** The users whose assignments an edit of this selection may change. */
export function scopeOf(selection: MemberSelection): Scope {
  return selection.all ? { kind: 'organization' } : { kind: 'users', userIds: namedIn(selection) };
}

/** `select user_id, role …` of the selected users, without deleted ones. */
export function selected(organizationId: number, selection: MemberSelection): RawBuilder<unknown> {
  const { all, excluded, ids, search, role } = selection;
  const filter = all ? fits({ ids, search, role }) : fits({ ids: namedIn(selection) });
  return sql`select u.id as user_id, a.role from users u
    join role_assignments a on a.organization_id = u.organization_id and a.user_id = u.id
    where u.organization_id = ${organizationId} and ${filter} and u.id <> all(${[...(excluded ?? [])]}::integer[])`;
}
