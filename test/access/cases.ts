import type { AccessCase } from './access-case.js';
import { baseRoleCases, signInCases } from './cases/base-role-and-sign-in.js';
import { eachRoleCases, mappedPairCases } from './cases/each-role.js';
import { groupAndAccountCases } from './cases/groups-and-accounts.js';
import { lostRoleCases, mappedRoleCases } from './cases/mapped-roles.js';
import { inactiveCases, ownerCases, reactivationCases } from './cases/owner-and-active.js';
import { projectRoleCases, workspaceProjectCases } from './cases/project-roles.js';
import { manualProjectCases } from './cases/manual-projects.js';
import { projectCases } from './cases/projects.js';
import { seatCases } from './cases/seats.js';
import { workspaceCases } from './cases/workspaces.js';

/**
 * The access rules as one table: R1 to R9 as DESIGN.md §2 numbers them, W for workspaces, P for projects, G and U for
 * groups and users. It runs through the pure rules, through the database and over HTTP.
 */
export const ACCESS_CASES: readonly AccessCase[] = [
  ...ownerCases,
  ...inactiveCases,
  ...reactivationCases,
  ...baseRoleCases,
  ...signInCases,
  ...seatCases,
  ...mappedRoleCases,
  ...lostRoleCases,
  ...eachRoleCases,
  ...mappedPairCases,
  ...groupAndAccountCases,
  ...workspaceCases,
  ...projectCases,
  ...manualProjectCases,
  ...projectRoleCases,
  ...workspaceProjectCases,
];
