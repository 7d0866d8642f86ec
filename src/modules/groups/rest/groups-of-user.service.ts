import { Injectable } from '@nestjs/common';
import { NotFoundError } from '../../../platform/errors.js';
import { assertOwnAccount } from '../../../platform/http/own-account.js';
import type { Actor } from '../../../platform/http/request-context.js';
import { UserDirectory } from '../../users/index.js';
import type { GroupOfUserDto } from './received-group.dto.js';
import { ReceivedGroupMemberRepository } from './received-group-member.repository.js';

/** Lists the groups of a user. */
@Injectable()
export class GroupsOfUserService {
  constructor(
    private readonly groupMembers: ReceivedGroupMemberRepository,
    private readonly users: UserDirectory,
  ) {}

  /** @throws ForbiddenError for somebody else's groups, unless the caller is the Owner or an Administrator */
  async list(actor: Actor, userId: number): Promise<GroupOfUserDto[]> {
    assertOwnAccount(actor, userId);
    const { organizationId } = actor;
    if (!(await this.users.find(organizationId, userId))) throw new NotFoundError(`There is no user ${userId}`);
    return this.groupMembers.groupsOf(organizationId, userId);
  }
}
