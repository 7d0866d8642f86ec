import { Injectable } from '@nestjs/common';
import { sql, type RawBuilder } from 'kysely';
import { Database } from '../../../../platform/database/database.js';
import { prepared } from '../../../../platform/database/prepared-statements.js';
import { AccessMetrics, type Kind } from './access.metrics.js';
import { accessStatements, roleStatement } from './access-statements.js';
import { LargeScopes } from './large-scopes.js';
import { circumstance, type Circumstance, type Occasion } from './occasion.js';
import type { Changed } from './role.projection.js';
import { isSingle, type Scope, usersIn } from './scope.js';

/** First key of the advisory lock on an organization's seats; the second is the organization's id. */
const SEATS_LOCK = 0x5253;

/** Locks the seats of an organization, if it has a seat limit. */
function seatsLock(organizationId: number): RawBuilder<unknown> {
  return sql`
    select pg_advisory_xact_lock(${SEATS_LOCK}, o.id) from organizations o
     where o.id = ${organizationId} and o.seat_limit is not null`;
}

function one(userId: number): Scope {
  return { kind: 'users', userIds: [userId] };
}

/** The SQL that writes access. */
@Injectable()
export class AccessRepository {
  constructor(
    private readonly database: Database,
    private readonly largeScopes: LargeScopes,
    private readonly metrics: AccessMetrics,
  ) {}

  /**
   * Adds a new account to the access rules, with the organization's current default role as base role, and evaluates
   * them. The log begins with the resulting role. Nobody else knows the account yet, so it needs no lock.
   */
  async enroll(organizationId: number, userId: number, requestId: string): Promise<void> {
    await this.database.rows(
      prepared(sql`
        with enrolled as (
          insert into role_assignments (organization_id, user_id, base_role, base_role_source, role, role_source, reason)
          select o.id, ${userId}::integer, o.default_role, 'default', 'DI', 'default', 'deactivated'
            from organizations o where o.id = ${organizationId})
        ${seatsLock(organizationId)}`),
    );
    const user = usersIn(organizationId, one(userId));
    await this.evaluateRole(organizationId, user, circumstance('account_created'), requestId, { areNew: true });
  }

  /**
   * Like `projectRole`, for a user who is active again: without a base role, they get the current default role as base
   * role (rule R9).
   */
  async reinstate(organizationId: number, userId: number, requestId: string): Promise<void> {
    const users = await this.lockAssignments(organizationId, one(userId));
    await this.database.rows(
      prepared(sql`
        update role_assignments a set base_role = o.default_role, base_role_source = 'default' from organizations o
         where o.id = a.organization_id and a.organization_id = ${organizationId} and a.user_id = ${userId}
           and a.base_role is null`),
    );
    await this.evaluateRole(organizationId, users, circumstance('account_reactivated'), requestId);
  }

  /**
   * Records a sign-in; the first one while `default_role` is a working role stores that role as activation role (R7).
   */
  async recordSignIn(organizationId: number, userId: number): Promise<void> {
    await this.lockAssignments(organizationId, one(userId));
    await this.database.rows(sql`
      update role_assignments a
         set first_signed_in_at = coalesce(a.first_signed_in_at, now()), last_signed_in_at = now(),
             activation_role = coalesce(a.activation_role,
               case when is_working_role(o.default_role) then o.default_role end)
        from organizations o
       where o.id = a.organization_id and a.organization_id = ${organizationId} and a.user_id = ${userId}`);
  }

  /**
   * Evaluates the access rules for a scope and writes the difference.
   *
   * @returns how many assignments were wrong
   */
  async project(organizationId: number, scope: Scope, occasion: Occasion, requestId: string): Promise<number> {
    const users = await this.lockAssignments(organizationId, scope);
    const work = () => this.projectAll(organizationId, users, occasion, requestId, isSingle(scope));
    return LargeScopes.isPossible(scope) ? this.largeScopes.during(users, work) : work();
  }

  private async projectAll(
    organizationId: number,
    users: RawBuilder<unknown>,
    occasion: Occasion,
    requestId: string,
    isOneUser: boolean,
  ): Promise<number> {
    let changed = 0;
    for (const [kind, statement] of accessStatements(organizationId, users, occasion, requestId))
      changed += await this.changed(kind, isOneUser ? prepared(statement) : statement);

    return changed;
  }

  /**
   * Like `project`, for the organization role alone, which is all that `active`, a sign-in and a manual role change.
   */
  async projectRole(organizationId: number, userId: number, because: Circumstance, requestId: string): Promise<void> {
    const user = await this.lockAssignments(organizationId, one(userId));
    await this.evaluateRole(organizationId, user, circumstance(because), requestId);
  }

  private async evaluateRole(
    organizationId: number,
    user: RawBuilder<unknown>,
    occasion: Occasion,
    requestId: string,
    options?: { readonly areNew: boolean },
  ): Promise<void> {
    await this.changed('role', prepared(roleStatement(organizationId, user, occasion, requestId, options)));
  }

  /** Gives free seats to those who wait for one (rule R8). */
  async fillSeats(organizationId: number, requestId: string): Promise<void> {
    const nobody = await this.lockAssignments(organizationId, { kind: 'users', userIds: [] });
    await this.changed('role', roleStatement(organizationId, nobody, circumstance('seat'), requestId));
  }

  /**
   * Locks the seats of an organization with a seat limit, and then the assignments of a scope in order of the users'
   * ids. Seats come first, because freeing one may write the row of a user who waits. Locking the assignments is a
   * statement of its own: the statements after it then see everything that earlier writers have committed, and no two
   * evaluations of one user run at the same time.
   */
  async lockAssignments(organizationId: number, scope: Scope): Promise<RawBuilder<unknown>> {
    const users = usersIn(organizationId, scope);
    await this.database.rows(prepared(seatsLock(organizationId)));
    const locking = sql`
      select count(*) from (
        select a.user_id from role_assignments a
         where a.organization_id = ${organizationId} and a.user_id in (${users})
         order by a.user_id for no key update) as locked`;
    await this.database.rows(isSingle(scope) ? prepared(locking) : locking);
    return users;
  }

  private async changed(kind: Kind, statement: RawBuilder<Changed>): Promise<number> {
    const count = (await this.database.row(statement))?.changed ?? 0;
    this.metrics.changed(kind, count);
    return count;
  }
}
