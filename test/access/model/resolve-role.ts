import {
  type BaseRole,
  type GivenRole,
  mostElevated,
  type Reason,
  type Role,
  type RoleSource,
  type WorkingRole,
} from '../../../src/modules/provisioning/engine/rules/roles.js';

/** Everything that an organization role depends on. */
export interface RoleFacts {
  readonly isOwner: boolean;
  /** SCIM's `active`; a deleted account is not active either. */
  readonly isActive: boolean;
  /** Null once a group's role took over (R3). */
  readonly base: BaseRole | null;
  /** The role that the user's groups gave at the previous resolution. */
  readonly previouslyMapped: GivenRole | null;
  /** The roles to which the user's groups are mapped now. */
  readonly mapped: readonly GivenRole[];
  /** The role that a sign-in has set (R7). */
  readonly activationRole: WorkingRole | null;
  readonly manualRoleManagement: boolean;
}

/** A role, where it comes from, and what the next resolution needs to know of this one. */
export interface RoleDecision {
  readonly role: Role;
  readonly roleSource: RoleSource;
  /** Null for working roles. */
  readonly reason: Reason | null;
  readonly base: BaseRole | null;
  readonly mappedRole: GivenRole | null;
}

type Ruling = Omit<RoleDecision, 'mappedRole'>;

/** The reason that a role has unless a rule says otherwise. */
function reasonOf(role: Role): Reason | null {
  if (role === 'DI') return 'deactivated';
  return role === 'NO' ? 'awaiting_sign_in' : null;
}

/** R5, with `manual_role_management` on: the role just lost becomes the base role, as if set manually. */
function keptFromLoss({ manualRoleManagement, previouslyMapped }: RoleFacts): BaseRole | null {
  return manualRoleManagement && previouslyMapped !== null ? { role: previouslyMapped, source: 'manual' } : null;
}

/** R4 and R6: the base role, set manually or by default; R5: there is none, so Deactivated. */
function fromBase(base: BaseRole | null): Ruling {
  if (base === null) return { role: 'DI', roleSource: 'scim', reason: 'no_role_group', base };
  return { role: base.role, roleSource: base.source, reason: reasonOf(base.role), base };
}

/** R1 to R6, in the order in which they apply. */
function rule(facts: RoleFacts, mappedRole: GivenRole | null): Ruling {
  const { isOwner, isActive, base } = facts;
  if (isOwner) return { role: 'OW', roleSource: 'owner', reason: null, base };
  if (!isActive) return { role: 'DI', roleSource: 'scim', reason: 'deactivated', base };
  if (mappedRole !== null) return { role: mappedRole, roleSource: 'scim', reason: reasonOf(mappedRole), base: null };

  return fromBase(base ?? keptFromLoss(facts));
}

/** R7: replaces Not Activated by the activation role, if there is one; the source stays that of the rule. */
function activated(ruling: Ruling, activationRole: WorkingRole | null): Ruling {
  return ruling.role === 'NO' && activationRole !== null ? { ...ruling, role: activationRole, reason: null } : ruling;
}

/**
 * Derives a user's organization role by rules R1 to R7. It is a transition: R3 forgets the base role and R5 depends on
 * the previous role, so the decision carries what the next one needs. Resolving the same facts again on top of a
 * decision changes nothing.
 */
export function resolveRole(facts: RoleFacts): RoleDecision {
  const mappedRole = mostElevated(facts.mapped);
  return { ...activated(rule(facts, mappedRole), facts.activationRole), mappedRole };
}
