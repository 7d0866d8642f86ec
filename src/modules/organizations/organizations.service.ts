import type { EntityData } from '@mikro-orm/core';
import { Injectable } from '@nestjs/common';
import { OrganizationChanged } from '../../events/index.js';
import { given } from '../../platform/database/given.js';
import { Transactions } from '../../platform/database/transactions.js';
import { NotFoundError } from '../../platform/errors.js';
import { DomainEventBus } from '../../platform/events/domain-event-bus.js';
import type { Actor } from '../../platform/http/request-context.js';
import type {
  BillingInfoDto,
  ManualManagementDto,
  OrganizationDefaultRoleDto,
  OrganizationDto,
  OrganizationSummaryDto,
  SetDefaultRoleDto,
  UpdateOrganizationDto,
} from './organization.dto.js';
import { assertOwnOrganization } from './own-organization.js';
import type { Organization } from './organization.entity.js';
import { OrganizationRepository } from './organization.repository.js';

function toSummary({ id, title, createdAt }: Organization): OrganizationSummaryDto {
  return { id, title, contact_info: null, created_at: createdAt.toISOString() };
}

function toManualManagement(organization: Organization): ManualManagementDto {
  return {
    manual_role_management: organization.manualRoleManagement,
    manual_workspace_management: organization.manualWorkspaceManagement,
    manual_project_member_management: organization.manualProjectMemberManagement,
  };
}

/** What is given of the settings, under the names of the entity. */
function toSettings(changes: UpdateOrganizationDto): EntityData<Organization> {
  return given({
    title: changes.title,
    defaultRole: changes.default_role,
    seatLimit: changes.seat_limit,
    manualRoleManagement: changes.manual_role_management,
    manualWorkspaceManagement: changes.manual_workspace_management,
    manualProjectMemberManagement: changes.manual_project_member_management,
  });
}

/** The caller's own organization: LSE's "0" and its own id mean it, every other id is unknown. */
@Injectable()
export class OrganizationsService {
  constructor(
    private readonly organizations: OrganizationRepository,
    private readonly transactions: Transactions,
    private readonly events: DomainEventBus,
  ) {}

  async list(actor: Actor): Promise<OrganizationSummaryDto[]> {
    return [toSummary(await this.own(actor, actor.organizationId))];
  }

  async get(actor: Actor, id: number): Promise<OrganizationDto> {
    const row = await this.own(actor, id);
    const { used, waiting } = await this.organizations.seatUsage(row.id);
    return {
      ...toSummary(row),
      default_role: row.defaultRole,
      seat_limit: row.seatLimit ?? null,
      ...toManualManagement(row),
      seats: { limit: row.seatLimit ?? null, used, waiting },
      billing: toManualManagement(row),
    };
  }

  async billingInfo(actor: Actor): Promise<BillingInfoDto> {
    const row = await this.own(actor, actor.organizationId);
    const { used } = await this.organizations.seatUsage(row.id);
    const limit = row.seatLimit ?? null;
    return {
      billing_checks: {
        users: { count: used, limit, reached: limit !== null && used >= limit },
        organization_is_active: true,
      },
      billing_flags: toManualManagement(row),
    };
  }

  /**
   * Changes settings. A raised seat limit gives seats to those who wait; all other settings apply from the next change
   * on.
   */
  async update(actor: Actor, id: number, changes: UpdateOrganizationDto): Promise<OrganizationDto> {
    const { id: own } = await this.own(actor, id);
    if (Object.keys(changes).length === 0) return this.get(actor, own);
    await this.transactions.exclusive(own, async () => {
      await this.organizations.update(own, toSettings(changes));
      await this.events.publish(new OrganizationChanged(own, Object.keys(changes)));
    });
    return this.get(actor, own);
  }

  async setDefaultRole(actor: Actor, id: number, change: SetDefaultRoleDto): Promise<OrganizationDefaultRoleDto> {
    const after = await this.update(actor, id, change);
    return { ...after, organization: after.id };
  }

  private async own(actor: Actor, id: number): Promise<Organization> {
    assertOwnOrganization(actor, id);
    const row = await this.organizations.find(actor.organizationId);
    if (!row) throw new NotFoundError(`There is no organization ${id}`);
    return row;
  }
}
