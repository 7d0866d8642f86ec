import type { Stored } from '../../platform/database/stored.js';
import type { StreamedValues } from '../../scim-server/http/streamed-values.js';
import type { GroupTables } from './group.entity.js';

/** A stored group; `members` in their SCIM form, if they were asked for. */
export type GroupRow = Pick<
  Stored<GroupTables['groups']>,
  'id' | 'scim_id' | 'display_name' | 'external_id' | 'placeholder' | 'version' | 'created_at' | 'updated_at'
> & { readonly members?: readonly object[] | StreamedValues };

/** The part of a group that clients write, without the members. */
export interface GroupRecord {
  readonly displayName: string;
  readonly externalId: string | null;
}
