import { Injectable } from '@nestjs/common';
import { scimBaseUrl } from '../../../scim-server/http/scim-call.js';
import { type CollectionChange, type CollectionElement, InvalidValueError } from '../../../scim/index.js';
import { foldCase } from '../../../text/index.js';
import { UserDirectory } from '../../users/index.js';
import { memberCondition } from './group-filter.js';
import { GroupMemberRepository } from '../group-member.repository.js';
import { GroupRepository } from '../group.repository.js';
import { MembershipChanges } from './membership-changes.js';

const NAMED_AT_MOST = 20;

/** Applies the changes of members in a request as sets, without ever reading the group's members. */
@Injectable()
export class GroupMemberships {
  constructor(
    private readonly members: GroupMemberRepository,
    private readonly users: UserDirectory,
    private readonly groups: GroupRepository,
  ) {}

  /**
   * Applies the steps in order. The caller's transaction must have locked the group's row.
   *
   * @throws InvalidValueError naming the users to add that the organization does not know, or the groups among them
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
    const additions = await this.known(organizationId, step.add);
    if (step.reset) changes.leave(await this.members.removeAllBut(organizationId, groupId, additions));
    const removals = await this.users.resolve(organizationId, step.remove);
    changes.leave(await this.members.remove(organizationId, groupId, removals.ids));
    changes.join(await this.members.add(organizationId, groupId, additions));
  }

  private async known(organizationId: number, elements: readonly CollectionElement[]): Promise<readonly number[]> {
    const nested = elements.filter(({ type }) => typeof type === 'string' && foldCase(type) === 'group');
    if (nested.length > 0) throw nestedGroups(nested.map(({ value }) => value));
    const values = elements.map(({ value }) => value);
    const { ids, unknown } = await this.users.resolve(organizationId, values);
    if (unknown.length === 0) return ids;
    const groups = await this.groups.scimIdsAmong(organizationId, unknown);
    if (groups.length > 0) throw nestedGroups(groups);
    throw new InvalidValueError(
      `members: there are no users ${someOf(unknown)}; provision them first. Nothing was changed`,
    );
  }
}

/**
 * The error for groups as members. A service provider may choose whether groups have groups as members (RFC 7643 §4.2);
 * here only users are members.
 */
function nestedGroups(values: readonly string[]): InvalidValueError {
  return new InvalidValueError(
    `members: ${someOf(values)} named as groups. Nested groups are not supported: push the people in them as members. ` +
      'Nothing was changed',
  );
}

function someOf(values: readonly string[]): string {
  const more = values.length > NAMED_AT_MOST ? ` and ${values.length - NAMED_AT_MOST} more` : '';
  return `${values.slice(0, NAMED_AT_MOST).join(', ')}${more}`;
}
