import { sql, type RawBuilder } from 'kysely';
import { fits } from './member-filter.js';
import type { MemberSelectionDto } from './member-selection.dto.js';
import type { Scope } from '../engine/projection/scope.js';

/** Several users at once, as a bulk edit names them. */
export type MemberSelection = MemberSelectionDto;

/** One user. */
export function only(userId: number): MemberSelection {
  return { included: [userId] };
}

/** What is wrong with a selection that does not say whom it means; a list without entries does, and means nobody. */
export function refusalOfSelection({ all, included, ids }: MemberSelection): string | undefined {
  if (all || included || ids) return undefined;
  return 'Nobody is selected: name the users in included, or send all with true for everybody';
}

/** The users whom a selection names by id, to be chosen. */
export function namedIn({ all, included, ids }: MemberSelection): number[] {
  return all ? [] : [...new Set([...(included ?? []), ...(ids ?? [])])];
}

/** Whose assignments an edit of this selection may touch. */
export function scopeOf(selection: MemberSelection): Scope {
  return selection.all ? { kind: 'organization' } : { kind: 'users', userIds: namedIn(selection) };
}

/** `select user_id, role …` of the selected users, who are never deleted ones. */
export function selected(organizationId: number, selection: MemberSelection): RawBuilder<unknown> {
  const { all, excluded, ids, search, role } = selection;
  const filter = all ? fits({ ids, search, role }) : fits({ ids: namedIn(selection) });
  return sql`select u.id as user_id, a.role from users u
    join role_assignments a on a.organization_id = u.organization_id and a.user_id = u.id
    where u.organization_id = ${organizationId} and ${filter} and u.id <> all(${[...(excluded ?? [])]}::integer[])`;
}
