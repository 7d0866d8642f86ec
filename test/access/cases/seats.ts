import { accessCase, type Given, has } from '../access-case.js';
import {
  create,
  createInactive,
  deactivate,
  defaultRole,
  deleteUser,
  join,
  leave,
  mapProject,
  mapRole,
  mapWorkspace,
  push,
  reactivate,
  row,
  save,
  seats,
  setRole,
  signIn,
  unmapRole,
} from '../steps.js';

const waits = (source: 'scim' | 'default' | 'manual') => has('NO', source, { reason: 'waiting_for_seat' });
const gone = has('DI', 'scim', { reason: 'deactivated' });

/** Two seats, of which the Owner has the first. */
const two: Given = { users: ['owner', 'ana'], seatLimit: 2 };
/** One free seat for three users who want a working role. */
const crowd: Given = { users: ['owner', 'ana', 'bo', 'cy'], defaultRole: 'NO', seatLimit: 2 };

export const seatCases = [
  accessCase('R8: a free seat goes to a new account', two, [], has('AN', 'default')),
  accessCase('R8: without a free seat a new account waits', two, [create('bo')], {
    ana: has('AN', 'default'),
    bo: waits('default'),
  }),
  accessCase(
    'R8: Not Activated takes no seat',
    { ...two, defaultRole: 'NO' },
    [create('bo'), create('cy'), setRole('AN')],
    {
      ana: has('AN', 'manual'),
      bo: has('NO', 'default', { reason: 'awaiting_sign_in' }),
    },
  ),
  accessCase('R8: an account that is created inactive takes no seat', two, [createInactive('bo')], {
    ana: has('AN', 'default'),
    bo: gone,
  }),
  accessCase('R8: deactivating frees the seat for who waits', two, [create('bo'), deactivate('ana')], {
    ana: gone,
    bo: has('AN', 'default'),
  }),
  accessCase('R8: deleting frees the seat for who waits', two, [create('bo'), deleteUser('ana')], {
    bo: has('AN', 'default'),
  }),
  accessCase(
    'R8: reactivation waits when the seat is taken',
    two,
    [deactivate('ana'), create('bo'), reactivate('ana')],
    {
      ana: waits('default'),
      bo: has('AN', 'default'),
    },
  ),
  accessCase(
    'R8: who waits longest comes first',
    crowd,
    [mapRole('qa', 'RE'), join('qa', 'cy'), join('qa', 'ana'), join('qa', 'bo'), deactivate('cy')],
    {
      ana: has('RE', 'scim'),
      bo: waits('scim'),
      cy: gone,
    },
  ),
  accessCase(
    'R8: of one push, who was there first gets the seat',
    crowd,
    [mapRole('qa', 'RE'), push('qa', 'cy', 'bo', 'ana')],
    {
      ana: has('RE', 'scim'),
      bo: waits('scim'),
      cy: waits('scim'),
    },
  ),
  accessCase(
    'R8: who waits keeps the place when the role changes',
    crowd,
    [mapRole('qa', 'RE'), mapRole('lead', 'MA'), push('qa', 'ana', 'bo', 'cy'), join('lead', 'bo'), deactivate('ana')],
    {
      bo: has('MA', 'scim'),
      cy: waits('scim'),
    },
  ),
  accessCase(
    'R8: who leaves the line goes to its end',
    crowd,
    [mapRole('qa', 'RE'), push('qa', 'ana', 'bo', 'cy'), deactivate('bo'), reactivate('bo'), deactivate('ana')],
    {
      bo: waits('scim'),
      cy: has('RE', 'scim'),
    },
  ),
  accessCase(
    'R8: a change among working roles needs no other seat',
    two,
    [mapRole('lead', 'MA'), create('bo'), join('lead')],
    {
      ana: has('MA', 'scim'),
      bo: waits('default'),
    },
  ),
  accessCase(
    'R8: one push can hand a seat on',
    { ...crowd, users: ['owner', 'ana', 'bo'] },
    [mapRole('qa', 'RE'), push('qa', 'ana'), push('qa', 'bo')],
    {
      ana: has('DI', 'scim', { reason: 'no_role_group' }),
      bo: has('RE', 'scim'),
    },
  ),
  accessCase(
    'R8: unmapping a group frees its seats for others',
    crowd,
    [save([row.role('qa', 'RE'), row.role('lead', 'MA')]), push('qa', 'ana'), push('lead', 'bo'), unmapRole('qa')],
    {
      ana: has('DI', 'scim', { reason: 'no_role_group' }),
      bo: has('MA', 'scim'),
    },
  ),
  accessCase('R8: a limit that rises seats the line', two, [create('bo'), create('cy'), seats(3)], {
    bo: has('AN', 'default'),
    cy: waits('default'),
  }),
  accessCase('R8: a limit that goes away seats everybody', two, [create('bo'), create('cy'), seats(null)], {
    bo: has('AN', 'default'),
    cy: has('AN', 'default'),
  }),
  accessCase("R8: a limit below use takes nobody's seat", { ...two, seatLimit: null }, [create('bo'), seats(1)], {
    ana: has('AN', 'default'),
    bo: has('AN', 'default'),
  }),
  accessCase(
    'R8: above the limit a freed seat goes to nobody',
    { ...two, seatLimit: null },
    [create('bo'), create('cy'), seats(2), create('dan'), deactivate('ana')],
    {
      bo: has('AN', 'default'),
      cy: has('AN', 'default'),
      dan: waits('default'),
    },
  ),
  accessCase('R8: the Owner never waits', { ...two, seatLimit: 0 }, [], {
    owner: has('OW', 'owner'),
    ana: waits('default'),
  }),
  accessCase('R8: a role set manually waits, too', two, [defaultRole('NO'), create('bo'), setRole('RE', 'bo')], {
    bo: waits('manual'),
  }),
  accessCase(
    'R7 and R8: an activation role waits for a seat',
    two,
    [defaultRole('NO'), create('bo'), defaultRole('RE'), signIn('bo')],
    { bo: waits('default') },
  ),
  accessCase(
    'R7 and R8: an activation role gets the seat that frees',
    two,
    [defaultRole('NO'), create('bo'), defaultRole('RE'), signIn('bo'), deactivate('ana')],
    {
      bo: has('RE', 'default'),
    },
  ),
  accessCase(
    'R5 and R8: who loses the last role group leaves the line',
    crowd,
    [mapRole('qa', 'RE'), push('qa', 'ana', 'bo'), leave('qa', 'bo')],
    {
      bo: has('DI', 'scim', { reason: 'no_role_group' }),
    },
  ),
  accessCase(
    'R8: projects of who waits are pending, workspaces are not',
    { ...two, projects: { xray: null } },
    [mapProject('qa', 'xray', 'RE'), mapWorkspace('qa', 'radiology'), create('bo'), join('qa', 'bo')],
    { bo: { ...waits('default'), workspaces: ['radiology'], projects: { xray: 'pending' } } },
  ),
];
