import { Injectable } from '@nestjs/common';
import { type PageOf, toPage } from '../../../../platform/http/page.js';
import type { Actor } from '../../../../platform/http/request-context.js';
import { NotFoundError } from '../../../../platform/errors.js';
import { assertOwnOrganization } from '../../../organizations/index.js';
import { AccountRemoval, UserDirectory } from '../../../users/index.js';
import { ManualRolesService } from './manual-roles.service.js';
import { windowOf } from '../member-filter.js';
import type { MembershipDto, MembershipsQuery, SetRoleDto } from './memberships.dto.js';
import { type MembershipRow, MembershipsRepository } from './memberships.repository.js';
import { withAccounts } from '../with-accounts.js';

/** The users of an organization, with their roles in it. */
@Injectable()
export class MembershipsService {
  constructor(
    private readonly memberships: MembershipsRepository,
    private readonly roles: ManualRolesService,
    private readonly users: UserDirectory,
    private readonly removal: AccountRemoval,
  ) {}

  async page(actor: Actor, id: number, query: MembershipsQuery): Promise<PageOf<MembershipDto>> {
    assertOwnOrganization(actor, id);
    const count = await this.memberships.count(actor.organizationId, query);
    const rows = await this.memberships.page(actor.organizationId, query, windowOf(query));
    return toPage(await this.toDtos(actor, rows), count, query);
  }

  async get(actor: Actor, id: number, userId: number): Promise<MembershipDto> {
    assertOwnOrganization(actor, id);
    const rows = await this.memberships.page(actor.organizationId, { ids: [userId] }, { offset: 0, limit: 1 });
    const [member] = await this.toDtos(actor, rows);
    if (!member) throw new NotFoundError(`There is no member ${userId}`);
    return member;
  }

  /** Sets a role. The result may show another one: the role of an inactive user counts when they return. */
  async setRole(actor: Actor, id: number, { user_id, role }: SetRoleDto): Promise<MembershipDto> {
    assertOwnOrganization(actor, id);
    await this.roles.set(actor.organizationId, user_id, role);
    return this.get(actor, id, user_id);
  }

  async remove(actor: Actor, id: number, userId: number): Promise<void> {
    assertOwnOrganization(actor, id);
    await this.removal.remove(actor, userId);
  }

  private async toDtos({ organizationId }: Actor, rows: readonly MembershipRow[]): Promise<MembershipDto[]> {
    const members = await withAccounts(this.users, organizationId, rows);
    return members.map(([user, { role, role_source, reason }]) => {
      const membership = { id: user.id, organization: organizationId, role, role_source, reason };
      return { ...membership, created_at: user.date_joined, user };
    });
  }
}
