import { accessCase, has } from '../access-case.js';
import {
  create,
  defaultRole,
  deleteGroup,
  deleteUser,
  join,
  mapRole,
  push,
  rename,
  row,
  save,
  setRole,
} from '../steps.js';

export const groupAndAccountCases = [
  accessCase(
    'G2: a mapping for a name that nobody bears gives nothing',
    {},
    [mapRole('qa', 'RE')],
    has('AN', 'default'),
  ),
  accessCase(
    'G3: a rename keeps the role',
    {},
    [mapRole('qa', 'RE'), join('qa'), rename('qa', 'quality')],
    has('RE', 'scim'),
  ),
  accessCase(
    'G3: after a rename the mapping goes on for new members',
    {},
    [mapRole('qa', 'RE'), push('qa'), rename('qa', 'quality'), join('quality')],
    has('RE', 'scim'),
  ),
  accessCase(
    'G3: after a rename the old name means nothing',
    {},
    [mapRole('qa', 'RE'), push('qa'), rename('qa', 'quality'), join('qa')],
    has('AN', 'default'),
  ),
  accessCase(
    'G3: a group renamed to the name of a placeholder takes over its role',
    {},
    [push('qa', 'ana'), mapRole('quality', 'RE'), rename('qa', 'quality')],
    has('RE', 'scim'),
  ),
  accessCase(
    'G3: of two roles the more elevated one stays, that of the placeholder',
    {},
    [mapRole('qa', 'AN'), push('qa', 'ana'), mapRole('quality', 'MA'), rename('qa', 'quality')],
    has('MA', 'scim'),
  ),
  accessCase(
    'G3: of two roles the more elevated one stays, that of the group',
    {},
    [mapRole('qa', 'MA'), push('qa', 'ana'), mapRole('quality', 'AN'), rename('qa', 'quality')],
    has('MA', 'scim'),
  ),
  accessCase(
    'G3: workspaces and projects of a group and of the placeholder that it takes over are united',
    { projects: { xray: null, ct: null } },
    [
      save([row.workspace('qa', 'radiology'), row.project('qa', 'xray', 'AN')]),
      push('qa', 'ana'),
      save([
        row.workspace('quality', 'surgery'),
        row.project('quality', 'xray', 'RE'),
        row.project('quality', 'ct', 'IN'),
      ]),
      rename('qa', 'quality'),
    ],
    has('AN', 'default', { workspaces: ['radiology', 'surgery'], projects: { xray: 'RE', ct: 'AN' } }),
  ),
  accessCase(
    'G3: what a placeholder gave goes on for new members of the group that took it over',
    {},
    [mapRole('quality', 'RE'), push('qa'), rename('qa', 'quality'), join('quality')],
    has('RE', 'scim'),
  ),
  accessCase(
    'G4: a deleted group that is pushed again gives what it gave',
    {},
    [mapRole('qa', 'RE'), join('qa'), deleteGroup('qa'), push('qa', 'ana')],
    has('RE', 'scim'),
  ),
  accessCase(
    'G4: a deleted group pushed again has its members of now only',
    {},
    [mapRole('qa', 'RE'), join('qa'), deleteGroup('qa'), push('qa')],
    has('DI', 'scim', { reason: 'no_role_group' }),
  ),
  accessCase(
    'U3: a deleted account that returns has the default role of now',
    {},
    [mapRole('qa', 'RE'), join('qa'), deleteUser(), defaultRole('MA'), create()],
    has('MA', 'default'),
  ),
  accessCase(
    'U3: a deleted account that returns keeps its base role',
    {},
    [setRole('RE'), deleteUser(), create()],
    has('RE', 'manual'),
  ),
  accessCase(
    'U3: a deleted account that returns is in no group',
    {},
    [mapRole('qa', 'RE'), join('qa'), deleteUser(), create(), mapRole('qa', 'MA')],
    has('AN', 'default'),
  ),
];
