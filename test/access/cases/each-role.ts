import { type GivenRole, ROLES, type RoleSource } from '../../../src/modules/provisioning/engine/rules/roles.js';
import { accessCase, has, type AccessCase, type Outcome } from '../access-case.js';
import { isWorking } from '../model/working-role.js';
import { defaultRole, join, leave, mapRole, setRole, signIn, unmapRole } from '../steps.js';

const GIVEN = ROLES.filter((role) => role !== 'OW');

/** A role with the reason that it always has. */
function plain(role: GivenRole, source: RoleSource): Outcome {
  if (isWorking(role)) return has(role, source);
  return has(role, source, { reason: role === 'NO' ? 'awaiting_sign_in' : 'deactivated' });
}

function eachRole(build: (role: GivenRole) => AccessCase): AccessCase[] {
  return GIVEN.map(build);
}

/** Each rule that gives a role, with each role that it can give. */
export const eachRoleCases = [
  ...eachRole((role) => accessCase(`R6: the default role ${role}`, { defaultRole: role }, [], plain(role, 'default'))),
  ...eachRole((role) => accessCase(`R4: ${role} set manually`, {}, [setRole(role)], plain(role, 'manual'))),
  ...eachRole((role) =>
    accessCase(`R3: a group mapped to ${role}`, {}, [mapRole('g', role), join('g')], plain(role, 'scim')),
  ),
  ...eachRole((role) =>
    accessCase(
      `R5: a group mapped to ${role}, left`,
      {},
      [mapRole('g', role), join('g'), leave('g')],
      has('DI', 'scim', { reason: 'no_role_group' }),
    ),
  ),
  ...eachRole((role) =>
    accessCase(
      `R5 with roles managed manually: a group mapped to ${role}, left`,
      { manualRoles: true },
      [mapRole('g', role), join('g'), leave('g')],
      plain(role, 'manual'),
    ),
  ),
  ...eachRole((role) =>
    accessCase(
      `R5 with roles managed manually: a group mapped to ${role}, unmapped`,
      { manualRoles: true, defaultRole: 'MA' },
      [mapRole('g', role), join('g'), unmapRole('g')],
      plain(role, 'manual'),
    ),
  ),
  ...eachRole((role) =>
    accessCase(
      `R7: signed in while ${role} is the default, then Not Activated manually`,
      { defaultRole: role },
      [signIn(), setRole('NO')],
      isWorking(role) ? has(role, 'manual') : plain('NO', 'manual'),
    ),
  ),
  ...eachRole((role) =>
    accessCase(
      `R7: an activation role leaves a manual ${role} alone, unless it is Not Activated`,
      { defaultRole: 'RE' },
      [signIn(), defaultRole('AD'), setRole(role)],
      role === 'NO' ? has('RE', 'manual') : plain(role, 'manual'),
    ),
  ),
];

/** Every pair of roles that two groups can give: the more elevated one counts, whichever came first. */
export const mappedPairCases = GIVEN.flatMap((higher, rank) =>
  GIVEN.slice(rank + 1).map((lower) =>
    accessCase(
      `R3: ${higher} and ${lower} from two groups`,
      {},
      rank % 2 === 0
        ? [mapRole('high', higher), mapRole('low', lower), join('low'), join('high')]
        : [join('high'), join('low'), mapRole('high', higher), mapRole('low', lower)],
      plain(higher, 'scim'),
    ),
  ),
);
