import { Injectable, type OnModuleInit } from '@nestjs/common';
import { isDeepStrictEqual } from 'node:util';
import { UserChanged, UserCreated, UserDeactivated, UserDeleted, UserReactivated } from '../../../events/index.js';
import { Transactions } from '../../../platform/database/transactions.js';
import { ForbiddenError, NotFoundError } from '../../../platform/errors.js';
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
  type ListQuery,
  type ListResponse,
  normalizeResource,
  parsePatchOp,
  type ScimResource,
  Urn,
  userResourceType,
  wants,
} from '../../../scim/index.js';
import { userList } from './user-list.js';
import { toScimUser, toWritableUser } from './user.mapper.js';
import { toUserRecord, type UserRecord } from '../user.record.js';
import { type UserParts, UserRepository } from '../user.repository.js';
import type { UserRow } from '../user.row.js';

function partsOf({ projection }: ScimCall): UserParts {
  return {
    groups: wants(projection, 'groups'),
    access: wants(projection, Urn.access),
  };
}

/** SCIM Users (RFC 7644 §3). The account of a resource is identified by its email (rules U1 to U4). */
@Injectable()
export class UsersService implements ScimResourceHandler, OnModuleInit {
  readonly resourceType = userResourceType;

  constructor(
    private readonly users: UserRepository,
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
    return userList(this.users, call, partsOf(call));
  }

  async get(call: ScimCall, id: string): Promise<ScimResource> {
    const row = await this.users.find(call.organizationId, id, partsOf(call));
    if (!row) throw unknownUser(id);
    return toScimUser(row, call.baseUrl);
  }

  /**
   * Creates a user. A new account is in no group, so the answer is what was stored; only its access has to be read.
   *
   * @throws UniquenessError when an account with this userName or email exists, active or not
   */
  async create(call: ScimCall, body: unknown): Promise<ScimResource> {
    const record = toUserRecord(normalizeResource(body, userResourceType, 'create'));
    const { organizationId, baseUrl, projection } = call;
    const { scimId, added } = await this.transactions.shared(organizationId, async () => {
      const revived = await this.users.revive(organizationId, record);
      if (revived) {
        await this.publishChange(organizationId, revived.id, false, record.active);
        return { scimId: revived.scimId };
      }
      const row = await this.users.insert(organizationId, record, { provisioned: true, isOwner: false });
      await this.events.publish(new UserCreated(organizationId, row.id));
      return { scimId: row.scim_id, added: row };
    });
    return added && !wants(projection, Urn.access) ? toScimUser(added, baseUrl) : this.get(call, scimId);
  }

  /**
   * Replaces a user. A body without `active` leaves it as it is, so that nobody is activated or deactivated by
   * omission.
   */
  async replace(call: ScimCall, id: string, body: unknown): Promise<ScimResource> {
    const resource = normalizeResource(body, userResourceType, 'replace');
    return this.change(call, id, (row) => toUserRecord(resource, row.active));
  }

  async patch(call: ScimCall, id: string, body: unknown): Promise<ScimResource> {
    const operations = parsePatchOp(body, userResourceType);
    return this.change(call, id, (row) =>
      toUserRecord(applyPatch(toWritableUser(row), operations, userResourceType).resource, row.active),
    );
  }

  async delete(call: ScimCall, id: string): Promise<void> {
    const { organizationId } = call;
    await this.transactions.shared(organizationId, async () => {
      const row = await this.lock(call, id);
      if (row.is_owner) throw new ForbiddenError('The Owner of the organization cannot be deleted');
      await this.users.softDelete(organizationId, row.id);
      await this.events.publish(new UserDeleted(organizationId, row.id));
    });
  }

  private async change(call: ScimCall, id: string, next: (row: UserRow) => UserRecord): Promise<ScimResource> {
    const { organizationId, baseUrl, projection } = call;
    const { scimId, changed } = await this.transactions.shared(organizationId, async () => {
      const row = await this.lock(call, id);
      const record = next(row);
      if (row.is_owner && !record.active)
        throw new ForbiddenError('The Owner of the organization cannot be deactivated');

      return { scimId: row.scim_id, changed: await this.store(call, row, record) };
    });
    return changed && !wants(projection, Urn.access) ? toScimUser(changed, baseUrl) : this.get(call, scimId);
  }

  /**
   * Stores an account. A write without effect changes neither version nor date, but links an account that SCIM writes
   * for the first time.
   *
   * @returns the account as it is now, with the requested parts except access; undefined if nothing changed
   */
  private async store(call: ScimCall, row: UserRow, record: UserRecord): Promise<UserRow | undefined> {
    const { organizationId } = call;
    if (isDeepStrictEqual(record, toUserRecord(toWritableUser(row)))) {
      if (!row.provisioned) await this.users.link(organizationId, row.id);
      return undefined;
    }
    const changed = await this.users.update(organizationId, row.id, record, { ...partsOf(call), access: false });
    await this.publishChange(organizationId, row.id, row.active, record.active);
    return changed;
  }

  private async publishChange(organizationId: number, userId: number, from: boolean, to: boolean): Promise<void> {
    await this.events.publish(new UserChanged(organizationId, userId));
    if (from && !to) await this.events.publish(new UserDeactivated(organizationId, userId));
    if (!from && to) await this.events.publish(new UserReactivated(organizationId, userId));
  }

  private async lock(call: ScimCall, id: string): Promise<UserRow> {
    const row = await this.users.find(call.organizationId, id, undefined, true);
    if (!row) throw unknownUser(id);
    assertVersion(call.ifMatch, row.version);
    return row;
  }
}

function unknownUser(id: string): NotFoundError {
  return new NotFoundError(`There is no user ${id}`);
}
