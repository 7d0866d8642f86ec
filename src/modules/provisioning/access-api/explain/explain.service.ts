import { Injectable } from '@nestjs/common';
import { assertOwnAccount } from '../../../../platform/http/own-account.js';
import type { Actor } from '../../../../platform/http/request-context.js';
import { NotFoundError } from '../../../../platform/errors.js';
import { UserDirectory } from '../../../users/index.js';
import { ExplainRepository } from './explain.repository.js';
import { explainRole } from '../../engine/rules/explain.js';
import { reachesEverything } from '../../engine/rules/roles.js';
import type { UserAccess } from './user-access.js';

/** Explains what a user may do, and why. */
@Injectable()
export class ExplainService {
  constructor(
    private readonly explanations: ExplainRepository,
    private readonly users: UserDirectory,
  ) {}

  /** @throws ForbiddenError for somebody else's access, unless the caller is the Owner or an Administrator */
  async access(actor: Actor, userId: number): Promise<UserAccess> {
    assertOwnAccount(actor, userId);
    const { organizationId } = actor;
    const user = await this.users.find(organizationId, userId);
    const stored = user && (await this.explanations.role(organizationId, userId));
    if (!stored) throw new NotFoundError(`There is no user ${userId}`);
    const { role, role_source, reason, activation_role: activationRole, base, mapped } = stored;
    return {
      user: { id: user.id, scim_id: user.scimId, email: user.email },
      role,
      role_source,
      reason,
      role_grants: explainRole({ role, base, activationRole, mapped }),
      ...(reachesEverything(role) ? { all_workspaces: true, all_projects: true } : {}),
      workspaces: await this.explanations.workspaces(organizationId, userId),
      projects: await this.explanations.projects(organizationId, userId),
    };
  }
}
