import { countsAsMember, effectiveProjectRole } from './effective-access.js';
import { explainRole } from '../../../src/modules/provisioning/engine/rules/explain.js';
import { reachesEverything } from '../../../src/modules/provisioning/engine/rules/roles.js';
import type { ModelGroup, ModelUser } from './model-state.js';
import type { ExplainedAccess, ProjectGrantRole } from '../stage.js';

type Groups = ReadonlyMap<string, ModelGroup>;

/** Project grants as the API names them. */
const GRANT_NAMES = { RE: 'Reviewer', AN: 'Annotator', IN: 'Inherit' } as const satisfies Record<
  ProjectGrantRole,
  string
>;

function groupsOf(user: ModelUser, groups: Groups): [string, ModelGroup][] {
  return [...groups].filter(([, { members }]) => members.has(user.name));
}

function explainWorkspaces(user: ModelUser, groups: Groups): ExplainedAccess['workspaces'] {
  return Object.fromEntries(
    [...user.workspaces].map(([title, { manual }]) => [
      title,
      [
        ...groupsOf(user, groups)
          .filter(([, { workspaces }]) => workspaces.has(title))
          .map(([name]) => name),
        ...(manual ? ['by hand'] : []),
      ].sort(),
    ]),
  );
}

function explainProjectGrants(user: ModelUser, groups: Groups, project: string, home: string | null): string[] {
  const manual = user.projects.get(project)?.manual ?? null;
  const mapped = groupsOf(user, groups).flatMap(([name, { projects }]) =>
    [...(projects.get(project) ?? [])].map((role) => `${name}: ${GRANT_NAMES[role]}`),
  );
  return [
    ...mapped,
    ...(home !== null && user.workspaces.has(home) ? [`workspace ${home}`] : []),
    ...(manual?.role ? [`by hand: ${manual.role}`] : []),
    ...(manual?.inherits ? ['by hand: Inherit'] : []),
  ].sort();
}

/** A user's access, derived and explained by the pure rules. */
export function explainModelUser(
  user: ModelUser,
  groups: Groups,
  projects: ReadonlyMap<string, string | null>,
): ExplainedAccess {
  const { decision, base, activationRole } = user;
  if (!decision) throw new Error(`Nobody has resolved ${user.name}`);
  const { role, roleSource, reason } = decision;
  const mapped = groupsOf(user, groups).flatMap(([group, grant]) =>
    grant.role === null ? [] : [{ group, role: grant.role }],
  );
  const reached = [...projects].flatMap(([title, home]) => {
    const inWorkspace = home !== null && user.workspaces.has(home);
    const effective = effectiveProjectRole(role, user.projects.get(title) ?? null, inWorkspace);
    if (!effective) return [];
    const grants = explainProjectGrants(user, groups, title, home);
    return [[title, { role: effective.role ?? effective.state, grants }] as const];
  });
  return {
    role,
    source: roleSource,
    reason,
    everything: reachesEverything(role),
    roleGrants: explainRole({ role, base, activationRole, mapped })
      .map((grant) => `${grant.kind === 'mapping' ? grant.group : grant.kind}: ${grant.role}`)
      .sort(),
    workspaces: countsAsMember(role) ? explainWorkspaces(user, groups) : {},
    projects: Object.fromEntries(reached),
  };
}
