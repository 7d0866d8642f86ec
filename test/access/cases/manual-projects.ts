import { accessCase, has, type Outcome } from '../access-case.js';
import {
  addToProject,
  change,
  create,
  deactivate,
  deleteGroup,
  deleteUser,
  join,
  leave,
  mapProject,
  mapRole,
  removeFromProject,
  row,
  save,
  setRole,
  unmapProject,
} from '../steps.js';

const ct = { projects: { ct: null } };
const byHand = { ...ct, manualProjects: true };
const noProject = has('AN', 'default');

/** An Annotator by default, with this role in the project. */
function inCt(role: string): Outcome {
  return has('AN', 'default', { projects: { ct: role } });
}

export const manualProjectCases = [
  accessCase('P: given manually', ct, [addToProject('ct', 'RE')], inCt('RE')),
  accessCase('P: Inherit given manually', ct, [addToProject('ct', 'IN')], inCt('AN')),
  accessCase('P: given and taken manually', ct, [addToProject('ct', 'RE'), removeFromProject('ct')], noProject),
  accessCase(
    'P: another manual role replaces the one before',
    ct,
    [addToProject('ct', 'RE'), addToProject('ct', 'AN')],
    inCt('AN'),
  ),
  accessCase(
    'P: manual and mapped, the more elevated counts',
    ct,
    [addToProject('ct', 'AN'), mapProject('qa', 'ct', 'RE'), join('qa')],
    inCt('RE'),
  ),
  accessCase(
    'P: whichever it is',
    ct,
    [addToProject('ct', 'RE'), mapProject('qa', 'ct', 'AN'), join('qa')],
    inCt('RE'),
  ),
  accessCase(
    'P: a manual grant outlives the group',
    ct,
    [addToProject('ct', 'AN'), mapProject('qa', 'ct', 'RE'), join('qa'), leave('qa')],
    inCt('AN'),
  ),
  accessCase(
    'P: a manual grant outlives the mapping',
    ct,
    [mapProject('qa', 'ct', 'RE'), join('qa'), addToProject('ct', 'AN'), unmapProject('qa', 'ct', 'RE')],
    inCt('AN'),
  ),
  accessCase(
    'P: taken manually, the group still gives it',
    ct,
    [mapProject('qa', 'ct', 'AN'), join('qa'), addToProject('ct', 'RE'), removeFromProject('ct')],
    inCt('AN'),
  ),
  accessCase(
    'P: Inherit mapped and Annotator given manually: the organization role counts',
    { ...ct, defaultRole: 'RE' },
    [mapProject('qa', 'ct', 'IN'), join('qa'), addToProject('ct', 'AN')],
    has('RE', 'default', { projects: { ct: 'RE' } }),
  ),
  accessCase('P manual: leaving keeps it', byHand, [mapProject('qa', 'ct', 'RE'), join('qa'), leave('qa')], inCt('RE')),
  accessCase(
    'P manual: Inherit is kept as Inherit',
    byHand,
    [mapProject('qa', 'ct', 'IN'), join('qa'), leave('qa'), setRole('RE')],
    has('RE', 'manual', { projects: { ct: 'RE' } }),
  ),
  accessCase(
    'P manual: unmapping keeps it',
    byHand,
    [mapProject('qa', 'ct', 'RE'), join('qa'), unmapProject('qa', 'ct', 'RE')],
    inCt('RE'),
  ),
  accessCase(
    'P manual: deleting the group keeps it',
    byHand,
    [mapProject('qa', 'ct', 'RE'), join('qa'), deleteGroup('qa')],
    inCt('RE'),
  ),
  accessCase(
    'P manual: the role lost joins the manual one',
    byHand,
    [addToProject('ct', 'AN'), mapProject('qa', 'ct', 'RE'), join('qa'), leave('qa')],
    inCt('RE'),
  ),
  accessCase(
    'P manual: a lower one does not take away',
    byHand,
    [addToProject('ct', 'RE'), mapProject('qa', 'ct', 'AN'), join('qa'), leave('qa')],
    inCt('RE'),
  ),
  accessCase(
    'P manual: Inherit lost and Annotator given manually stay both',
    { ...byHand, defaultRole: 'RE' },
    [addToProject('ct', 'AN'), mapProject('qa', 'ct', 'IN'), join('qa'), leave('qa')],
    has('RE', 'default', { projects: { ct: 'RE' } }),
  ),
  accessCase(
    'P manual: while another group gives the project, only that counts',
    byHand,
    [mapProject('a', 'ct', 'RE'), mapProject('b', 'ct', 'AN'), join('a'), join('b'), leave('a')],
    inCt('AN'),
  ),
  accessCase(
    'P manual: a change of the mapped role leaves no trace',
    byHand,
    [mapProject('a', 'ct', 'RE'), join('a'), save([row.project('a', 'ct', 'AN')], [row.project('a', 'ct', 'RE')])],
    inCt('AN'),
  ),
  accessCase(
    'P manual: what stayed is taken manually',
    byHand,
    [mapProject('qa', 'ct', 'RE'), join('qa'), leave('qa'), removeFromProject('ct')],
    noProject,
  ),
  accessCase(
    'P manual: what stayed counts as manual when the setting goes',
    byHand,
    [mapProject('qa', 'ct', 'RE'), join('qa'), leave('qa'), change({ manualProjects: false }), join('qa'), leave('qa')],
    inCt('RE'),
  ),
  accessCase(
    'P manual: switching it on afterwards brings nothing back',
    ct,
    [mapProject('qa', 'ct', 'RE'), join('qa'), leave('qa'), change({ manualProjects: true }), join('everyone')],
    noProject,
  ),
  accessCase(
    'P manual: the other two settings do not keep projects',
    { ...ct, manualRoles: true, manualWorkspaces: true },
    [mapProject('qa', 'ct', 'RE'), join('qa'), leave('qa')],
    noProject,
  ),
  accessCase(
    'P with R2: joining while inactive opens nothing',
    ct,
    [mapProject('qa', 'ct', 'RE'), deactivate(), join('qa')],
    has('DI', 'scim', { reason: 'deactivated' }),
  ),
  accessCase(
    'P with R5: Deactivated has none',
    ct,
    [mapRole('qa', 'RE'), mapProject('crew', 'ct', 'RE'), join('qa'), join('crew'), leave('qa')],
    has('DI', 'scim', { reason: 'no_role_group' }),
  ),
  accessCase(
    'P with R5 manual: role and projects may both stay',
    { ...byHand, manualRoles: true },
    [save([row.role('qa', 'RE'), row.project('qa', 'ct', 'IN')]), join('qa'), leave('qa')],
    has('RE', 'manual', { projects: { ct: 'RE' } }),
  ),
  accessCase(
    'P with U3: what groups gave goes with the account',
    ct,
    [mapProject('qa', 'ct', 'RE'), join('qa'), deleteUser(), create()],
    noProject,
  ),
  accessCase(
    'P with U3: what was given manually returns with the account',
    ct,
    [addToProject('ct', 'RE'), deleteUser(), create()],
    inCt('RE'),
  ),
];
