import { Injectable } from '@nestjs/common';
import { sql } from 'kysely';
import { Database } from '../../../platform/database/database.js';
import { ValidationFailedError } from '../../../platform/http/errors/rest-error.js';
import { type MemberSelection, namedIn, selected } from './member-selection.js';

/** Resolves selections: which of the named users do not exist, and who is selected. */
@Injectable()
export class MemberSelectionRepository {
  constructor(private readonly database: Database) {}

  /**
   * @param field the field of the request that names the users
   * @throws ValidationFailedError naming the ids that are no users of the organization
   */
  async assertKnown(organizationId: number, selection: MemberSelection, field: string): Promise<void> {
    const named = namedIn(selection);
    if (named.length === 0) return;
    const unknown = await this.database.rows<{ id: number }>(sql`
      select w.id from unnest(${named}::integer[]) as w (id)
       where not exists (select from users u where u.organization_id = ${organizationId} and u.id = w.id
                            and u.visible) order by w.id`);
    if (unknown.length > 0)
      throw new ValidationFailedError({ [field]: unknown.map(({ id }) => `There is no user ${id}.`) });
  }

  /** The selected ones among some users. */
  async chosenOf<Named extends { readonly user_id: number }>(
    organizationId: number,
    selection: MemberSelection,
    users: readonly Named[],
  ): Promise<Named[]> {
    if (users.length === 0) return [];
    const ids = users.map(({ user_id }) => user_id);
    const rows = await this.database.rows<{ user_id: number }>(sql`
      select user_id from (${selected(organizationId, selection)}) s where user_id = any(${ids}::integer[])`);
    const chosen = new Set(rows.map(({ user_id }) => user_id));
    return users.filter(({ user_id }) => chosen.has(user_id));
  }
}
