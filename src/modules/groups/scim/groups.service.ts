import { Injectable, type OnModuleInit } from '@nestjs/common';
import {
  GroupCreated,
  GroupDeleted,
  GroupMembersChanged,
  GroupRenamed,
  PlaceholderAbsorbed,
  PlaceholderAbsorbing,
} from '../../../events/index.js';
import { Transactions } from '../../../platform/database/transactions.js';
import { NotFoundError } from '../../../platform/errors.js';
import { DomainEventBus } from '../../../platform/events/domain-event-bus.js';
import { assertVersion } from '../../../scim-server/http/preconditions.js';
import type { ScimCall } from '../../../scim-server/http/scim-call.js';
import type { ListSource } from '../../../scim-server/listing/list-source.js';
import { ScimLists } from '../../../scim-server/listing/scim-lists.js';
import {
  type ScimResourceHandler,
  ScimResourceHandlers,
} from '../../../scim-server/resources/scim-resource-handlers.js';
import {
  applyPatch,
  type CollectionChange,
  groupResourceType,
  type ListQuery,
  type ListResponse,
  normalizeResource,
  parsePatchOp,
  type ScimResource,
  wants,
} from '../../../scim/index.js';
import { groupList } from './group-list.js';
import { GroupMemberships } from './group-memberships.js';
import { membersOf, namesMembers, toGroupRecord, toScimGroup, toWritableGroup } from './group.mapper.js';
import { GroupRepository } from '../group.repository.js';
import type { GroupRecord, GroupRow } from '../group.row.js';
import type { MembershipChanges } from './membership-changes.js';

/** The result of a write for a group: its attributes, and the changes of its members. */
interface GroupWrite {
  readonly record: GroupRecord;
  readonly members: readonly CollectionChange[];
}

/**
 * The group is being renamed to the name of a placeholder. The write is repeated under the exclusive lock, which taking
 * over the placeholder's mappings requires.
 */
class PlaceholderInTheWay extends Error {}

function everybody(resource: ScimResource): CollectionChange {
  return { kind: 'update', reset: true, remove: [], add: membersOf(resource) };
}

/**
 * SCIM Groups (RFC 7644 §3): names are unique without regard to case, and a write costs as much as it changes (rules G1
 * to G4).
 */
@Injectable()
export class GroupsService implements ScimResourceHandler, OnModuleInit {
  readonly resourceType = groupResourceType;

  constructor(
    private readonly groups: GroupRepository,
    private readonly memberships: GroupMemberships,
    private readonly lists: ScimLists,
    private readonly handlers: ScimResourceHandlers,
    private readonly transactions: Transactions,
    private readonly events: DomainEventBus,
  ) {}

  onModuleInit(): void {
    this.handlers.register(this);
  }

  async list(call: ScimCall, query: ListQuery): Promise<ListResponse> {
    return this.lists.list([this.listSource(call)], query);
  }

  listSource(call: ScimCall): ListSource {
    return groupList(this.groups, call, wantsMembers(call));
  }

  async get(call: ScimCall, id: string): Promise<ScimResource> {
    const row = await this.groups.find(call.organizationId, id, wantsMembers(call) ? call.baseUrl : undefined);
    if (!row) throw unknownGroup(id);
    return toScimGroup(row, call.baseUrl);
  }

  /** @throws UniquenessError when a pushed group has the name; a placeholder is adopted */
  async create(call: ScimCall, body: unknown): Promise<ScimResource> {
    const resource = normalizeResource(body, groupResourceType, 'create');
    const { organizationId } = call;
    const scimId = await this.transactions.shared(organizationId, async () => {
      const group = await this.groups.push(organizationId, toGroupRecord(resource));
      const changes = await this.memberships.apply(organizationId, group.id, [everybody(resource)]);
      await this.events.publish(new GroupCreated(organizationId, group.id));
      await this.publishMembers(organizationId, group.id, changes);
      return group.scimId;
    });
    return this.get(call, scimId);
  }

  /** Replaces a group; a body without `members` leaves the members alone. */
  async replace(call: ScimCall, id: string, body: unknown): Promise<ScimResource> {
    const resource = normalizeResource(body, groupResourceType, 'replace');
    const members = namesMembers(body) ? [everybody(resource)] : [];
    const scimId = await this.write(call, id, () => ({ record: toGroupRecord(resource), members }));
    return this.get(call, scimId);
  }

  /** @returns the group only if the request asks for attributes: echoing every member would make pushes slow */
  async patch(call: ScimCall, id: string, body: unknown): Promise<ScimResource | undefined> {
    const operations = parsePatchOp(body, groupResourceType);
    const scimId = await this.write(call, id, (row) => {
      const { resource, collections } = applyPatch(toWritableGroup(row), operations, groupResourceType, {
        detached: ['members'],
      });
      return { record: toGroupRecord(resource), members: collections.members ?? [] };
    });
    return call.asksForAttributes ? this.get(call, scimId) : undefined;
  }

  async delete(call: ScimCall, id: string): Promise<void> {
    const { organizationId } = call;
    await this.transactions.shared(organizationId, async () => {
      const row = await this.lock(call, id);
      const nobody: CollectionChange = { kind: 'update', reset: true, remove: [], add: [] };
      const changes = await this.memberships.apply(organizationId, row.id, [nobody]);
      await this.groups.vacate(organizationId, row.id);
      await this.publishMembers(organizationId, row.id, changes);
      await this.events.publish(new GroupDeleted(organizationId, row.id, row.display_name));
    });
  }

  /** @returns the SCIM id of the group that was written */
  private async write(call: ScimCall, id: string, next: (row: GroupRow) => GroupWrite): Promise<string> {
    const { organizationId } = call;
    try {
      return await this.transactions.shared(organizationId, () => this.writeWithin(call, id, next, false));
    } catch (error) {
      if (!(error instanceof PlaceholderInTheWay)) throw error;
      return this.transactions.exclusive(organizationId, () => this.writeWithin(call, id, next, true));
    }
  }

  /**
   * Writes a group. The name of a placeholder counts as free: the group takes the placeholder over, which requires the
   * exclusive lock.
   *
   * @throws PlaceholderInTheWay without that lock
   */
  private async writeWithin(
    call: ScimCall,
    id: string,
    next: (row: GroupRow) => GroupWrite,
    isAlone: boolean,
  ): Promise<string> {
    const { organizationId } = call;
    const row = await this.lock(call, id);
    const { record, members } = next(row);
    const isRenamed = record.displayName !== row.display_name;
    const placeholderId = isRenamed
      ? await this.groups.findPlaceholder(organizationId, record.displayName, row.id)
      : undefined;
    if (placeholderId !== undefined && !isAlone) throw new PlaceholderInTheWay();
    const changes = await this.memberships.apply(organizationId, row.id, members);
    if (placeholderId !== undefined) await this.absorb(organizationId, row.id, placeholderId, record.displayName);
    const isChanged = isRenamed || record.externalId !== row.external_id || !changes.isEmpty || row.placeholder;
    await this.groups.update(organizationId, row.id, record, isChanged);
    if (isRenamed)
      await this.events.publish(new GroupRenamed(organizationId, row.id, row.display_name, record.displayName));

    await this.publishMembers(organizationId, row.id, changes);
    return row.scim_id;
  }

  private async absorb(organizationId: number, groupId: number, placeholderId: number, name: string): Promise<void> {
    await this.events.publish(new PlaceholderAbsorbing(organizationId, groupId, placeholderId));
    await this.groups.discard(organizationId, placeholderId);
    await this.events.publish(new PlaceholderAbsorbed(organizationId, groupId, placeholderId, name));
  }

  private async publishMembers(organizationId: number, groupId: number, changes: MembershipChanges): Promise<void> {
    if (changes.isEmpty) return;
    await this.events.publish(new GroupMembersChanged(organizationId, groupId, changes.added, changes.removed));
  }

  private async lock(call: ScimCall, id: string): Promise<GroupRow> {
    const row = await this.groups.lock(call.organizationId, id);
    if (!row) throw unknownGroup(id);
    assertVersion(call.ifMatch, row.version);
    return row;
  }
}

/** Whether the answer shows members; if not, they are not read. */
function wantsMembers({ projection }: ScimCall): boolean {
  return wants(projection, 'members');
}

function unknownGroup(id: string): NotFoundError {
  return new NotFoundError(`There is no group ${id}`);
}
