import { accessCase, has, type Outcome } from '../access-case.js';
import {
  deleteGroup,
  join,
  leave,
  mapProject,
  mapRole,
  push,
  rename,
  row,
  save,
  setRole,
  unmapProject,
} from '../steps.js';

const ct = { projects: { ct: null } };
const noProject = has('AN', 'default');

/** An Annotator by default, with this role in the project. */
function inCt(role: string): Outcome {
  return has('AN', 'default', { projects: { ct: role } });
}

export const projectCases = [
  accessCase('P: mapping before push', ct, [mapProject('qa', 'ct', 'RE'), push('qa', 'ana')], inCt('RE')),
  accessCase('P: push before mapping', ct, [push('qa', 'ana'), mapProject('qa', 'ct', 'RE')], inCt('RE')),
  accessCase(
    'P: a project role does not change the organization role',
    ct,
    [mapProject('qa', 'ct', 'RE'), join('qa')],
    inCt('RE'),
  ),
  accessCase('P: a project without grant and workspace is out of reach', ct, [], noProject),
  accessCase(
    'P: others get nothing',
    { ...ct, users: ['ana', 'bo'] },
    [mapProject('qa', 'ct', 'RE'), push('qa', 'bo')],
    { ana: noProject, bo: inCt('RE') },
  ),
  accessCase(
    'P: a group gives several projects',
    { projects: { ct: null, mri: null } },
    [save([row.project('qa', 'ct', 'RE'), row.project('qa', 'mri', 'AN')]), join('qa')],
    has('AN', 'default', { projects: { ct: 'RE', mri: 'AN' } }),
  ),
  accessCase('P: leaving removes it', ct, [mapProject('qa', 'ct', 'RE'), join('qa'), leave('qa')], noProject),
  accessCase(
    'P: unmapping removes it',
    ct,
    [mapProject('qa', 'ct', 'RE'), join('qa'), unmapProject('qa', 'ct', 'RE')],
    noProject,
  ),
  accessCase(
    'P: deleting the group removes it',
    ct,
    [mapProject('qa', 'ct', 'RE'), join('qa'), deleteGroup('qa')],
    noProject,
  ),
  accessCase(
    'P: a push without the user removes it',
    ct,
    [mapProject('qa', 'ct', 'RE'), push('qa', 'ana'), push('qa')],
    noProject,
  ),
  accessCase(
    'P: renaming the group keeps it',
    ct,
    [mapProject('qa', 'ct', 'RE'), join('qa'), rename('qa', 'quality')],
    inCt('RE'),
  ),
  accessCase(
    'P: of two groups, leaving the higher leaves the lower',
    ct,
    [mapProject('a', 'ct', 'RE'), mapProject('b', 'ct', 'AN'), join('a'), join('b'), leave('a')],
    inCt('AN'),
  ),
  accessCase(
    'P: of two groups, leaving the lower changes nothing',
    ct,
    [mapProject('a', 'ct', 'RE'), mapProject('b', 'ct', 'AN'), join('a'), join('b'), leave('b')],
    inCt('RE'),
  ),
  accessCase(
    'P: of two roles from one group, unmapping the higher leaves the lower',
    ct,
    [save([row.project('a', 'ct', 'RE'), row.project('a', 'ct', 'AN')]), join('a'), unmapProject('a', 'ct', 'RE')],
    inCt('AN'),
  ),
  accessCase(
    'P: another role for the group in one save',
    ct,
    [mapProject('a', 'ct', 'RE'), join('a'), save([row.project('a', 'ct', 'AN')], [row.project('a', 'ct', 'RE')])],
    inCt('AN'),
  ),
  accessCase(
    'P: Inherit follows the default role',
    { ...ct, defaultRole: 'RE' },
    [mapProject('qa', 'ct', 'IN'), join('qa')],
    has('RE', 'default', { projects: { ct: 'RE' } }),
  ),
  accessCase(
    'P: Inherit follows the role of a group',
    ct,
    [mapProject('qa', 'ct', 'IN'), join('qa'), mapRole('qa', 'RE')],
    has('RE', 'scim', { projects: { ct: 'RE' } }),
  ),
  accessCase(
    'P: Inherit follows a role set manually',
    ct,
    [mapProject('qa', 'ct', 'IN'), join('qa'), setRole('RE')],
    has('RE', 'manual', { projects: { ct: 'RE' } }),
  ),
  accessCase(
    'P: an explicit role does not follow',
    ct,
    [mapProject('qa', 'ct', 'AN'), join('qa'), setRole('RE')],
    has('RE', 'manual', { projects: { ct: 'AN' } }),
  ),
  accessCase(
    'P: a Manager is Manager, whatever the grant says',
    ct,
    [mapProject('qa', 'ct', 'AN'), join('qa'), setRole('MA')],
    has('MA', 'manual', { projects: { ct: 'MA' } }),
  ),
  accessCase(
    'P: and falls back to the grant afterwards',
    ct,
    [mapProject('qa', 'ct', 'RE'), join('qa'), setRole('MA'), setRole('AN')],
    has('AN', 'manual', { projects: { ct: 'RE' } }),
  ),
  accessCase(
    'P: an Administrator needs no grant',
    ct,
    [mapProject('qa', 'ct', 'AN'), join('qa'), setRole('AD')],
    has('AD', 'manual'),
  ),
  accessCase(
    'P: set to Deactivated manually, there is none',
    ct,
    [mapProject('qa', 'ct', 'RE'), join('qa'), setRole('DI')],
    has('DI', 'manual', { reason: 'deactivated' }),
  ),
  accessCase(
    'P: and has it back with a role',
    ct,
    [mapProject('qa', 'ct', 'RE'), join('qa'), setRole('DI'), setRole('AN')],
    has('AN', 'manual', { projects: { ct: 'RE' } }),
  ),
];
