import { Injectable } from '@nestjs/common';
import type { Actor } from '../../platform/http/request-context.js';
import { NotFoundError } from '../../scim/index.js';
import { UserDirectory } from '../users/index.js';
import { ExplainRepository, type RoleFacts } from './explain.repository.js';
import type { RoleGrant, UserAccess } from './user-access.js';

const SEES_EVERYTHING = new Set(['OW', 'AD']);

/** What gave the role: the mapped groups if there are any, else the base role. */
function roleGrants({ mapped, base_role, base_role_source }: RoleFacts): RoleGrant[] {
  if (mapped.length > 0) return mapped.map((grant) => ({ kind: 'mapping', ...grant }));
  if (base_role === null || base_role_source === null) return [];
  return [{ kind: base_role_source, role: base_role }];
}

/** Says what somebody may do, and why. */
@Injectable()
export class ExplainService {
  constructor(
    private readonly explanations: ExplainRepository,
    private readonly users: UserDirectory,
  ) {}

  async access({ organizationId }: Actor, userId: number): Promise<UserAccess> {
    const user = await this.users.find(organizationId, userId);
    const facts = user && (await this.explanations.role(organizationId, userId));
    if (!facts) throw new NotFoundError(`There is no user ${userId}`);
    const { role, role_source, reason } = facts;
    return {
      user: { id: user.id, scim_id: user.scimId, email: user.email },
      role,
      role_source,
      reason,
      role_grants: role === 'OW' ? [] : roleGrants(facts),
      ...(SEES_EVERYTHING.has(role) ? { all_workspaces: true, all_projects: true } : {}),
      workspaces: await this.explanations.workspaces(organizationId, userId),
      projects: await this.explanations.projects(organizationId, userId),
    };
  }
}
