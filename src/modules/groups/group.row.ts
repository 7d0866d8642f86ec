import type { StreamedValues } from '../../scim-server/http/streamed-values.js';

/** A stored group; `members` in their SCIM form, if they were asked for. */
export interface GroupRow {
  readonly id: number;
  readonly scim_id: string;
  readonly display_name: string;
  readonly external_id: string | null;
  readonly placeholder: boolean;
  readonly version: number;
  readonly created_at: string | Date;
  readonly updated_at: string | Date;
  readonly members?: readonly object[] | StreamedValues;
}

/** The part of a group that clients write, without the members. */
export interface GroupRecord {
  readonly displayName: string;
  readonly externalId: string | null;
}
