import { Injectable } from '@nestjs/common';
import { scimBaseUrl } from '../../platform/http/scim/scim-call.js';
import { type CollectionChange, InvalidValueError } from '../../scim/index.js';
import { UserDirectory } from '../users/index.js';
import { memberCondition } from './group-filter.js';
import { GroupMemberRepository } from './group-member.repository.js';
import { MembershipChanges } from './membership-changes.js';

const NAMED_AT_MOST = 20;

/** Applies what a request says about members, in sets, without ever reading the group's members. */
@Injectable()
export class GroupMemberships {
  constructor(
    private readonly members: GroupMemberRepository,
    private readonly users: UserDirectory,
  ) {}

  /**
   * Takes the steps in order, inside the caller's transaction, which holds the group's row.
   * @throws InvalidValueError naming the users to add whom the organization does not know
   */
  async apply(organizationId: number, groupId: number, steps: readonly CollectionChange[]): Promise<MembershipChanges> {
    const changes = new MembershipChanges();
    for (const step of steps) {
      if (step.kind === 'removeMatching') {
        changes.leave(
          await this.members.removeMatching(organizationId, groupId, memberCondition(step.filter, scimBaseUrl())),
        );
      } else {
        await this.update(organizationId, groupId, step, changes);
      }
    }
    return changes;
  }

  private async update(
    organizationId: number,
    groupId: number,
    step: CollectionChange & { kind: 'update' },
    changes: MembershipChanges,
  ): Promise<void> {
    const additions = await this.known(
      organizationId,
      step.add.map(({ value }) => value),
    );
    if (step.reset) changes.leave(await this.members.removeAllBut(organizationId, groupId, additions));
    const removals = await this.users.resolve(organizationId, step.remove);
    changes.leave(await this.members.remove(organizationId, groupId, removals.ids));
    changes.join(await this.members.add(organizationId, groupId, additions));
  }

  private async known(organizationId: number, identifiers: readonly string[]): Promise<readonly number[]> {
    const { ids, unknown } = await this.users.resolve(organizationId, identifiers);
    if (unknown.length === 0) return ids;
    const named = unknown.slice(0, NAMED_AT_MOST).join(', ');
    const more = unknown.length > NAMED_AT_MOST ? ` and ${unknown.length - NAMED_AT_MOST} more` : '';
    throw new InvalidValueError(
      `members: there are no users ${named}${more}; provision them first. Nothing was changed`,
    );
  }
}
