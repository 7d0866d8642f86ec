import { Injectable } from '@nestjs/common';
import { OrganizationChanged } from '../../events/index.js';
import { Transactions } from '../../platform/database/transactions.js';
import { DomainEventBus } from '../../platform/events/domain-event-bus.js';
import type { Actor } from '../../platform/http/request-context.js';
import { NotFoundError } from '../../scim/index.js';
import type { OrganizationDto, OrganizationSummaryDto, UpdateOrganizationDto } from './organization.dto.js';
import { OrganizationRepository, type OrganizationRow } from './organization.repository.js';

function toSummary(row: OrganizationRow): OrganizationSummaryDto {
  return { id: row.id, title: row.title, contact_info: null, created_at: new Date(row.created_at).toISOString() };
}

/** The caller's own organization: LSE's "0" and its own id lead to it, every other id is unknown. */
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
      default_role: row.default_role,
      seat_limit: row.seat_limit,
      manual_role_management: row.manual_role_management,
      manual_workspace_management: row.manual_workspace_management,
      manual_project_member_management: row.manual_project_member_management,
      seats: { limit: row.seat_limit, used, waiting },
    };
  }

  /** A seat limit that rises gives seats to those who wait; every other setting says what happens at the next change. */
  async update(actor: Actor, id: number, changes: UpdateOrganizationDto): Promise<OrganizationDto> {
    const { id: own } = await this.own(actor, id);
    if (Object.keys(changes).length === 0) return this.get(actor, own);
    await this.transactions.exclusive(own, async () => {
      await this.organizations.update(own, { ...changes });
      await this.events.publish(new OrganizationChanged(own, Object.keys(changes)));
    });
    return this.get(actor, own);
  }

  private async own(actor: Actor, id: number): Promise<OrganizationRow> {
    const isOwn = id === 0 || id === actor.organizationId;
    const row = isOwn ? await this.organizations.find(actor.organizationId) : undefined;
    if (!row) throw new NotFoundError(`There is no organization ${id}`);
    return row;
  }
}
