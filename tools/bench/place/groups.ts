import { randomUUID } from 'node:crypto';
import type { Place } from './place.js';

/** A group that a phase works on. */
export interface StagedGroup {
  readonly id: string;
  readonly name: string;
  /** SCIM ids of its members when it was made. */
  readonly members: readonly string[];
}

const GROUP = `
  insert into groups (organization_id, scim_id, display_name, display_name_key, last_pushed_at)
  values ($1, $2, $3, $3, now()) returning id`;

const MEMBERS = `
  insert into group_members (organization_id, group_id, user_id)
  select u.organization_id, $2, u.id from users u where u.organization_id = $1 and u.scim_id = any($3::uuid[])`;

/**
 * Makes a group of the first `size` users, by SQL; no mapping names it. The database cleans up before anything is
 * measured.
 */
export async function stageGroup({ database, seeded }: Place, size: number): Promise<StagedGroup> {
  const id = randomUUID();
  const name = `group ${id}`;
  const members = seeded.userIds.slice(0, size);
  const { rows } = await database.query<{ id: number }>(GROUP, [seeded.organizationId, id, name]);
  await database.query(MEMBERS, [seeded.organizationId, rows[0]?.id, members]);
  await database.query('vacuum analyze group_members');
  await database.query('checkpoint');
  return { id, name, members };
}

/** How many members a group has. */
export async function countMembers({ database, seeded }: Place, { id }: Pick<StagedGroup, 'id'>): Promise<number> {
  const { rows } = await database.query<{ count: number }>(
    `select count(*)::integer as count from group_members m join groups g
         on g.organization_id = m.organization_id and g.id = m.group_id
      where g.organization_id = $1 and g.scim_id = $2`,
    [seeded.organizationId, id],
  );
  return rows[0]?.count ?? 0;
}
