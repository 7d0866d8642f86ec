import { Injectable } from '@nestjs/common';
import { sql } from 'kysely';
import { Database } from '../../../platform/database/database.js';
import { AccessMetrics } from '../engine/projection/access.metrics.js';
import { mappedGroups } from '../engine/projection/mapped-groups.js';
import type { Changed } from '../engine/projection/role.projection.js';
import type { MembershipFacts } from '../engine/rules/manual-edits.js';
import type { Container } from './container.js';
import { loggedMemberships } from './logged-memberships.js';
import { type MemberSelection, selected } from './member-selection.js';
import { MEMBERSHIP_TABLES } from './membership-tables.js';

/** The SQL of memberships that workspaces and projects share. */
@Injectable()
export class ManualMembershipsRepository {
  constructor(
    private readonly database: Database,
    private readonly metrics: AccessMetrics,
  ) {}

  async exists({ kind, organizationId, id }: Container): Promise<boolean> {
    const { containers } = MEMBERSHIP_TABLES[kind];
    const found = await this.database.rows(
      sql`select id from ${containers} where organization_id = ${organizationId} and id = ${id}`,
    );
    return found.length > 0;
  }

  /** The facts that decide on manual edits of a user's membership; undefined for an unknown user. */
  async membershipFacts({ kind, organizationId, id }: Container, userId: number): Promise<MembershipFacts | undefined> {
    const { memberships, mappings, container, isManual, throughWorkspace } = MEMBERSHIP_TABLES[kind];
    return this.database.row<MembershipFacts>(sql`
      select a.role, coalesce(${isManual}, false) as "isManual", ${throughWorkspace(id)} as "throughWorkspace",
             array(select distinct g.display_name ${mappedGroups(mappings, sql`(u.organization_id, u.id)`)}
                      and s.${container} = ${id} order by g.display_name) as groups
        from users u
        join role_assignments a on a.organization_id = u.organization_id and a.user_id = u.id
        left join ${memberships} m on m.organization_id = u.organization_id and m.user_id = u.id
         and m.${container} = ${id}
       where u.organization_id = ${organizationId} and u.id = ${userId} and u.visible`);
  }

  /**
   * Takes what was given manually; users whom a group makes members stay members. The Owner and Administrators are
   * skipped. The caller has locked the users' assignments.
   *
   * @returns the users who had anything manual
   */
  async take(of: Container, selection: MemberSelection, requestId: string): Promise<number[]> {
    const { kind, organizationId, id } = of;
    const { memberships, container, isManual, isMapped, logged, loggedIfMapped, nothingManual } =
      MEMBERSHIP_TABLES[kind];
    const rows = await this.database.rows<{ user_id: number }>(sql`
      with chosen as (select user_id from (${selected(organizationId, selection)}) s where role not in ('OW', 'AD')),
      held as (
        select m.user_id, ${logged} as previous, ${loggedIfMapped} as current, ${isMapped} as stays
          from ${memberships} m join chosen c on c.user_id = m.user_id
         where m.organization_id = ${organizationId} and m.${container} = ${id} and ${isManual}
      ),
      kept as (
        update ${memberships} m set ${nothingManual} from held h
         where m.organization_id = ${organizationId} and m.${container} = ${id} and m.user_id = h.user_id and h.stays
      ),
      removed as (
        delete from ${memberships} m using held h
         where m.organization_id = ${organizationId} and m.${container} = ${id} and m.user_id = h.user_id
           and not h.stays
      ),
      ${loggedMemberships(of, requestId, 'hand', sql`held where previous is distinct from current`)}
      select user_id from held`);
    this.metrics.changed(kind, rows.length);
    return rows.map(({ user_id }) => user_id);
  }

  /**
   * Ends everybody's membership, and logs it in `access_changes`. The caller has the exclusive lock of the
   * organization.
   */
  async endAll(of: Container, requestId: string): Promise<void> {
    const { kind, organizationId, id } = of;
    const { memberships, container, logged } = MEMBERSHIP_TABLES[kind];
    const row = await this.database.row<Changed>(sql`
      with removed as (
        delete from ${memberships} m where m.organization_id = ${organizationId} and m.${container} = ${id}
        returning m.user_id, ${logged} as previous, null as current
      ),
      ${loggedMemberships(of, requestId, `${kind}_deleted`, sql`removed`)}
      select count(*)::integer as changed from removed`);
    this.metrics.changed(kind, row?.changed ?? 0);
  }
}
