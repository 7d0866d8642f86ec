import type { Caller } from './caller.js';
import type { FloorDatabase } from './floor-database.js';

const NAMES: Readonly<Record<string, string>> = {
  AD: 'Administrator',
  MA: 'Manager',
  RE: 'Reviewer',
  AN: 'Annotator',
  NO: 'Not Activated',
  DI: 'Deactivated',
  IN: 'Inherit',
};

const ROLES = `
  select m.role, g.display_name as "group" from role_mappings m
    join groups g on g.organization_id = m.organization_id and g.id = m.group_id
   where m.organization_id = $1 order by m.position, g.id`;

const WORKSPACES = `
  select w.title as workspace, g.display_name as "group" from workspace_mappings m
    join groups g on g.organization_id = m.organization_id and g.id = m.group_id
    join workspaces w on w.organization_id = m.organization_id and w.id = m.workspace_id
   where m.organization_id = $1 order by m.position, g.id, w.id`;

const PROJECTS = `
  select m.project_id, g.display_name as "group", m.role from project_mappings m
    join groups g on g.organization_id = m.organization_id and g.id = m.group_id
   where m.organization_id = $1 order by m.position, g.id, m.project_id, m.role`;

export async function getSettings(database: FloorDatabase, { organizationId }: Caller): Promise<object> {
  const values = [organizationId];
  const roles = await database.query<{ role: string; group: string }>(ROLES, values);
  const workspaces = await database.query<{ workspace: string; group: string }>(WORKSPACES, values);
  const projects = await database.query<{ project_id: number; group: string; role: string }>(PROJECTS, values);
  return {
    roles_groups: roles.map(({ role, group }) => [NAMES[role], group]),
    workspaces_groups: workspaces.map(({ workspace, group }) => [workspace, group]),
    projects_groups: projects.map((row) => ({ ...row, role: NAMES[row.role] })),
  };
}
