import { sql } from 'kysely';

/** The most elevated explicit role of a row `m` of `project_memberships`, mapped or manual; null for none. */
export const EXPLICIT_ROLE = sql`elevated(m.mapped_role, m.manual_role)`;

/** The source of `EXPLICIT_ROLE`; the mapping, if both give it. */
export const EXPLICIT_ROLE_SOURCE = sql`case
  when m.mapped_role is not null and role_rank(m.mapped_role) >= coalesce(role_rank(m.manual_role), 0) then 'scim'
  when m.manual_role is not null then 'manual' end`;
