import { accessCase, has } from '../access-case.js';
import {
  create,
  defaultRole,
  deactivate,
  join,
  leave,
  mapProject,
  mapRole,
  setRole,
  signIn,
  unmapRole,
} from '../steps.js';

const waiting = { reason: 'awaiting_sign_in' };

export const baseRoleCases = [
  accessCase('R6: the default role of the creation', {}, [], has('AN', 'default')),
  accessCase('R6: a change of the default role moves nobody', {}, [defaultRole('MA')], has('AN', 'default')),
  accessCase('R6: but counts for who comes later', {}, [defaultRole('MA'), create('bo')], {
    ana: has('AN', 'default'),
    bo: has('MA', 'default'),
  }),
  accessCase(
    'R6: a change of the default role moves nobody at the next change either',
    {},
    [defaultRole('MA'), join('everyone'), leave('everyone')],
    has('AN', 'default'),
  ),
  accessCase('R4 before R6: a role set manually holds', {}, [setRole('RE')], has('RE', 'manual')),
  accessCase('R4: the last role set manually counts', {}, [setRole('AD'), setRole('RE')], has('RE', 'manual')),
  accessCase('R4: a change of the default role leaves it', {}, [setRole('RE'), defaultRole('MA')], has('RE', 'manual')),
  accessCase(
    'R4: groups without role leave it',
    {},
    [setRole('RE'), join('everyone'), leave('everyone')],
    has('RE', 'manual'),
  ),
  accessCase(
    'R4: Deactivated set manually is a role like others',
    {},
    [setRole('DI')],
    has('DI', 'manual', { reason: 'deactivated' }),
  ),
  accessCase('R4: and is ended manually', {}, [setRole('DI'), setRole('AN')], has('AN', 'manual')),
  accessCase('R4: or by a group', {}, [setRole('DI'), mapRole('qa', 'RE'), join('qa')], has('RE', 'scim')),
];

export const signInCases = [
  accessCase(
    'R7: Not Activated by default waits for a sign-in',
    { defaultRole: 'NO' },
    [],
    has('NO', 'default', waiting),
  ),
  accessCase(
    'R7: a sign-in while no working role is the default gives none',
    { defaultRole: 'NO' },
    [signIn()],
    has('NO', 'default', waiting),
  ),
  accessCase(
    'R7: nor does Deactivated as default',
    { defaultRole: 'NO' },
    [defaultRole('DI'), signIn()],
    has('NO', 'default', waiting),
  ),
  accessCase(
    'R7: a later sign-in gives it, once a working role is the default',
    { defaultRole: 'NO' },
    [signIn(), defaultRole('RE'), signIn()],
    has('RE', 'default'),
  ),
  accessCase(
    'R7: a working default alone does not activate',
    { defaultRole: 'NO' },
    [defaultRole('RE')],
    has('NO', 'default', waiting),
  ),
  accessCase(
    'R7: nor after a sign-in that came too early',
    { defaultRole: 'NO' },
    [signIn(), defaultRole('RE'), join('everyone')],
    has('NO', 'default', waiting),
  ),
  accessCase(
    'R7: the activation role is kept from then on',
    { defaultRole: 'NO' },
    [defaultRole('AN'), signIn(), defaultRole('MA'), signIn()],
    has('AN', 'default'),
  ),
  accessCase(
    'R7: also when the default is Not Activated again',
    { defaultRole: 'NO' },
    [defaultRole('AN'), signIn(), defaultRole('NO'), signIn()],
    has('AN', 'default'),
  ),
  accessCase(
    'R7 with R3: Not Activated by group waits',
    {},
    [mapRole('new', 'NO'), join('new')],
    has('NO', 'scim', waiting),
  ),
  accessCase(
    'R7 with R3: and a sign-in activates',
    {},
    [mapRole('new', 'NO'), join('new'), signIn()],
    has('AN', 'scim'),
  ),
  accessCase('R7 with R3: also if it came first', {}, [signIn(), mapRole('new', 'NO'), join('new')], has('AN', 'scim')),
  accessCase(
    'R7 with R3: a working role of a group wins over the activation role',
    { defaultRole: 'MA' },
    [signIn(), mapRole('qa', 'AN'), join('qa')],
    has('AN', 'scim'),
  ),
  accessCase(
    'R7 with R3: Deactivated by group is not touched',
    {},
    [signIn(), mapRole('out', 'DI'), join('out')],
    has('DI', 'scim', { reason: 'deactivated' }),
  ),
  accessCase('R7 with R4: Not Activated set manually waits', {}, [setRole('NO')], has('NO', 'manual', waiting)),
  accessCase('R7 with R4: and a sign-in activates', {}, [setRole('NO'), signIn()], has('AN', 'manual')),
  accessCase(
    'R7 with R5: Deactivated for want of a group is not touched',
    {},
    [signIn(), mapRole('qa', 'RE'), join('qa'), leave('qa')],
    has('DI', 'scim', { reason: 'no_role_group' }),
  ),
  accessCase(
    'R7 with R5: nor by a sign-in afterwards',
    {},
    [mapRole('qa', 'RE'), join('qa'), leave('qa'), signIn()],
    has('DI', 'scim', { reason: 'no_role_group' }),
  ),
  accessCase(
    'R7 with R5 manual: Not Activated kept is activated as before',
    { manualRoles: true },
    [mapRole('new', 'NO'), join('new'), signIn(), unmapRole('new')],
    has('AN', 'manual'),
  ),
  accessCase(
    'R7 with R2: a sign-in before a deactivation opens nothing',
    {},
    [signIn(), deactivate()],
    has('DI', 'scim', { reason: 'deactivated' }),
  ),
  accessCase(
    'R7: a sign-in does not touch a working role',
    { defaultRole: 'MA' },
    [setRole('AN'), signIn()],
    has('AN', 'manual'),
  ),
  accessCase(
    'R7: somebody else’s sign-in activates nobody',
    { defaultRole: 'NO', users: ['ana', 'bo'] },
    [defaultRole('AN'), signIn('bo')],
    {
      ana: has('NO', 'default', waiting),
      bo: has('AN', 'default'),
    },
  ),
  accessCase(
    'R7: a pending project becomes active with the sign-in',
    { defaultRole: 'NO', projects: { ct: null } },
    [mapProject('qa', 'ct', 'IN'), join('qa'), defaultRole('AN'), signIn()],
    has('AN', 'default', { projects: { ct: 'AN' } }),
  ),
  accessCase(
    'R7: a pending project becomes active with a working role of any origin',
    { defaultRole: 'NO', projects: { ct: null } },
    [mapProject('qa', 'ct', 'RE'), join('qa'), mapRole('qa', 'AN')],
    has('AN', 'scim', { projects: { ct: 'RE' } }),
  ),
  accessCase(
    'R7: until then it is pending',
    { defaultRole: 'NO', projects: { ct: null } },
    [mapProject('qa', 'ct', 'RE'), join('qa')],
    has('NO', 'default', { ...waiting, projects: { ct: 'pending' } }),
  ),
];
