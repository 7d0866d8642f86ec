import type { ScimResource } from '../../../scim/index.js';
import type { CreateUserDto, LseUserDto } from './user.dto.js';
import { identityOf } from '../user-identity.js';
import type { UserRecord } from '../user.record.js';
import type { UserRow } from '../user.row.js';

interface NamedAttributes {
  readonly name?: { readonly givenName?: string; readonly familyName?: string };
  readonly phoneNumbers?: readonly { readonly value?: string }[];
}

/** An account in LSE's form. */
export function toLseUser(row: UserRow, organizationId: number): LseUserDto {
  const { name, phoneNumbers } = row.attributes as NamedAttributes;
  const first = name?.givenName ?? '';
  const last = name?.familyName ?? '';
  return {
    id: row.id,
    scim_id: row.scim_id,
    username: row.user_name,
    email: row.email,
    first_name: first,
    last_name: last,
    initials: (first || last ? first.slice(0, 1) + last.slice(0, 1) : row.user_name.slice(0, 2)).toLowerCase(),
    phone: phoneNumbers?.[0]?.value ?? '',
    date_joined: new Date(row.created_at).toISOString(),
    active_organization: organizationId,
  };
}

/** An account made over REST: the email is its userName and its primary work address (rule U2). */
export function recordOfNewLseUser({ email, first_name, last_name, phone }: CreateUserDto): UserRecord {
  const attributes: ScimResource = { emails: [{ value: email, type: 'work', primary: true }] };
  if (first_name || last_name) {
    attributes.name = {
      ...(first_name ? { givenName: first_name } : {}),
      ...(last_name ? { familyName: last_name } : {}),
    };
  }
  if (phone) attributes.phoneNumbers = [{ type: 'work', value: phone }];
  return { ...identityOf(email), externalId: null, displayName: null, active: true, attributes };
}
