import { accessCase, has } from '../access-case.js';
import {
  addToProject,
  addToWorkspace,
  change,
  createInactive,
  create,
  deactivate,
  defaultRole,
  join,
  leave,
  mapProject,
  mapRole,
  mapWorkspace,
  push,
  reactivate,
  setRole,
  signIn,
  unmapRole,
} from '../steps.js';

const deactivated = has('DI', 'scim', { reason: 'deactivated' });

const ownerOnly = { users: ['owner'] };
const ownerStays = { owner: has('OW', 'owner') };

export const ownerCases = [
  accessCase('R1: the Owner is Owner', ownerOnly, [], ownerStays),
  accessCase(
    'R1 before R3: no mapped group changes the Owner',
    ownerOnly,
    [mapRole('qa', 'RE'), join('qa', 'owner')],
    ownerStays,
  ),
  accessCase(
    'R1 before R3: not even a group of Administrators',
    ownerOnly,
    [mapRole('it', 'AD'), join('it', 'owner')],
    ownerStays,
  ),
  accessCase(
    'R1 before R3: a group mapped to Deactivated leaves the Owner',
    ownerOnly,
    [mapRole('x', 'DI'), join('x', 'owner')],
    ownerStays,
  ),
  accessCase('R1 before R4: a role set manually leaves the Owner', ownerOnly, [setRole('AN', 'owner')], ownerStays),
  accessCase(
    'R1 before R5: leaving the last mapped group leaves the Owner',
    ownerOnly,
    [mapRole('qa', 'RE'), join('qa', 'owner'), leave('qa', 'owner')],
    ownerStays,
  ),
  accessCase('R1 before R6: the default role is not the Owner’s', { ...ownerOnly, defaultRole: 'NO' }, [], ownerStays),
  accessCase('R1 before R7: a sign-in leaves the Owner', ownerOnly, [signIn('owner')], ownerStays),
  accessCase(
    'R1: the Owner’s own workspaces are listed, projects are not, for they reach all',
    { ...ownerOnly, projects: { xray: 'radiology' } },
    [mapWorkspace('qa', 'radiology'), mapProject('qa', 'xray', 'AN'), join('qa', 'owner')],
    { owner: has('OW', 'owner', { workspaces: ['radiology'] }) },
  ),
];

export const inactiveCases = [
  accessCase('R2: inactive is Deactivated', {}, [deactivate()], deactivated),
  accessCase('R2: created inactive is Deactivated', { users: [] }, [createInactive()], deactivated),
  accessCase(
    'R2 before R3: mapped groups do not matter',
    {},
    [mapRole('it', 'AD'), join('it'), deactivate()],
    deactivated,
  ),
  accessCase(
    'R2 before R3: nor do groups joined later',
    {},
    [deactivate(), mapRole('it', 'AD'), join('it')],
    deactivated,
  ),
  accessCase(
    'R2 before R3: nor do mappings made later',
    {},
    [join('it'), deactivate(), mapRole('it', 'AD')],
    deactivated,
  ),
  accessCase(
    'R2 before R4: a role set manually before does not matter',
    {},
    [setRole('MA'), deactivate()],
    deactivated,
  ),
  accessCase('R2 before R4: nor does one set later', {}, [deactivate(), setRole('MA')], deactivated),
  accessCase(
    'R2 before R5: the reason is the deactivation, not the missing group',
    {},
    [mapRole('qa', 'RE'), join('qa'), leave('qa'), deactivate()],
    deactivated,
  ),
  accessCase(
    'R2 before R5: a role lost while inactive is not kept as manual',
    { manualRoles: true },
    [mapRole('qa', 'RE'), join('qa'), deactivate(), leave('qa'), reactivate()],
    has('AN', 'default'),
  ),
  accessCase('R2 before R6: the default role does not matter', { defaultRole: 'AD' }, [deactivate()], deactivated),
  accessCase('R2 before R7: a sign-in opens nothing', {}, [deactivate(), signIn()], deactivated),
  accessCase(
    'R2: no effective workspaces and projects',
    { projects: { xray: 'radiology', ct: null } },
    [
      mapWorkspace('qa', 'radiology'),
      mapProject('qa', 'ct', 'RE'),
      join('qa'),
      addToProject('xray', 'AN'),
      deactivate(),
    ],
    deactivated,
  ),
  accessCase('R2: deactivating twice is deactivating once', {}, [deactivate(), deactivate()], deactivated),
  accessCase('R2: somebody else’s deactivation touches nobody', { users: ['ana', 'bo'] }, [deactivate('bo')], {
    ana: has('AN', 'default'),
    bo: deactivated,
  }),
];

export const reactivationCases = [
  accessCase('R9: the base role comes back', {}, [deactivate(), reactivate()], has('AN', 'default')),
  accessCase(
    'R9: a base role that is there stays, whatever the default is now',
    {},
    [deactivate(), defaultRole('MA'), reactivate()],
    has('AN', 'default'),
  ),
  accessCase(
    'R9: without base role it is the default of the moment',
    {},
    [mapRole('qa', 'RE'), join('qa'), deactivate(), leave('qa'), defaultRole('MA'), reactivate()],
    has('MA', 'default'),
  ),
  accessCase(
    'R9 with R5: reactivation ends the wait for a group with a role',
    {},
    [mapRole('qa', 'RE'), join('qa'), leave('qa'), deactivate(), reactivate()],
    has('AN', 'default'),
  ),
  accessCase(
    'R9 with R3: mapped groups come back',
    {},
    [mapRole('qa', 'RE'), join('qa'), deactivate(), reactivate()],
    has('RE', 'scim'),
  ),
  accessCase(
    'R9 with R3: and take over for good again',
    {},
    [mapRole('qa', 'RE'), join('qa'), deactivate(), reactivate(), leave('qa')],
    has('DI', 'scim', { reason: 'no_role_group' }),
  ),
  accessCase(
    'R9 with R3: the mapping of today counts',
    {},
    [mapRole('qa', 'RE'), join('qa'), deactivate(), mapRole('qa', 'MA'), reactivate()],
    has('MA', 'scim'),
  ),
  accessCase(
    'R9 with R2: a group joined and left while inactive leaves the base role',
    {},
    [deactivate(), mapRole('qa', 'RE'), join('qa'), leave('qa'), reactivate()],
    has('AN', 'default'),
  ),
  accessCase(
    'R9 with R2: so does a group whose mapping came and went',
    {},
    [setRole('MA'), join('qa'), deactivate(), mapRole('qa', 'RE'), unmapRole('qa'), reactivate()],
    has('MA', 'manual'),
  ),
  accessCase(
    'R9 with R3: a group joined while inactive takes over on reactivation',
    {},
    [deactivate(), mapRole('qa', 'RE'), join('qa'), reactivate(), leave('qa')],
    has('DI', 'scim', { reason: 'no_role_group' }),
  ),
  accessCase(
    'R9 with R4: a role set manually comes back',
    {},
    [setRole('MA'), deactivate(), reactivate()],
    has('MA', 'manual'),
  ),
  accessCase(
    'R9 with R4: a role set manually while inactive holds on reactivation',
    {},
    [deactivate(), setRole('RE'), reactivate()],
    has('RE', 'manual'),
  ),
  accessCase(
    'R9 with R6: a default of Not Activated waits for a sign-in',
    { defaultRole: 'NO' },
    [mapRole('qa', 'RE'), join('qa'), leave('qa'), deactivate(), reactivate()],
    has('NO', 'default', { reason: 'awaiting_sign_in' }),
  ),
  accessCase(
    'R9 with R7: an activation role outlives a deactivation',
    {},
    [signIn(), setRole('NO'), deactivate(), reactivate()],
    has('AN', 'manual'),
  ),
  accessCase(
    'R9 with R7: a sign-in while inactive counts afterwards',
    { defaultRole: 'NO' },
    [deactivate(), defaultRole('RE'), signIn(), reactivate()],
    has('RE', 'default'),
  ),
  accessCase(
    'R9: created inactive, then active: the default of the creation',
    { users: [] },
    [createInactive(), defaultRole('MA'), reactivate()],
    has('AN', 'default'),
  ),
  accessCase(
    'R9: created active, then inactive, then active',
    { users: [] },
    [create(), deactivate(), reactivate()],
    has('AN', 'default'),
  ),
  accessCase(
    'R9: workspaces and projects come back as they were',
    { projects: { xray: 'radiology', ct: null } },
    [mapWorkspace('qa', 'radiology'), mapProject('qa', 'ct', 'RE'), join('qa'), deactivate(), reactivate()],
    has('AN', 'default', { workspaces: ['radiology'], projects: { xray: 'AN', ct: 'RE' } }),
  ),
  accessCase(
    'R9: what was given manually comes back, too',
    { projects: { ct: null } },
    [addToWorkspace('radiology'), addToProject('ct', 'RE'), deactivate(), reactivate()],
    has('AN', 'default', { workspaces: ['radiology'], projects: { ct: 'RE' } }),
  ),
  accessCase(
    'R9: what groups gave and gave up meanwhile does not',
    { projects: { ct: null } },
    [
      mapWorkspace('qa', 'radiology'),
      mapProject('qa', 'ct', 'RE'),
      join('qa'),
      deactivate(),
      leave('qa'),
      reactivate(),
    ],
    has('AN', 'default'),
  ),
  accessCase(
    'R9: unless workspaces are managed manually: then leaving a group takes none',
    { manualWorkspaces: true },
    [mapWorkspace('qa', 'radiology'), join('qa'), deactivate(), leave('qa'), reactivate()],
    has('AN', 'default', { workspaces: ['radiology'] }),
  ),
  accessCase(
    'R9: a push while inactive counts on reactivation',
    {},
    [mapWorkspace('qa', 'radiology'), deactivate(), push('qa', 'ana'), reactivate()],
    has('AN', 'default', { workspaces: ['radiology'] }),
  ),
  accessCase(
    'R9: settings changed while inactive move nobody on reactivation',
    {},
    [mapRole('qa', 'RE'), join('qa'), deactivate(), change({ manualRoles: true }), reactivate()],
    has('RE', 'scim'),
  ),
];
