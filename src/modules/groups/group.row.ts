import type { Stored } from '../../platform/database/stored.js';
import type { StreamedValues } from '../../scim-server/http/streamed-values.js';
import type { GroupTables } from './group.entity.js';

/** A group as stored; `members` only if they were asked for, in their SCIM form. */
export type GroupRow = Pick<
  Stored<GroupTables['groups']>,
  'id' | 'scim_id' | 'display_name' | 'external_id' | 'placeholder' | 'version' | 'created_at' | 'updated_at'
> & { readonly members?: readonly object[] | StreamedValues };

/** The part of a group that clients write, members aside. */
export interface GroupRecord {
  readonly displayName: string;
  readonly externalId: string | null;
}
