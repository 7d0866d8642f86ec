import type { Settings } from './stage.js';

const SETTING_FIELDS = {
  defaultRole: 'default_role',
  manualRoles: 'manual_role_management',
  manualWorkspaces: 'manual_workspace_management',
  manualProjects: 'manual_project_member_management',
  seatLimit: 'seat_limit',
} as const satisfies Record<keyof Settings, string>;

/** Settings as pairs of name and value; the name is that of the database and REST. */
export function settingFields(changes: Partial<Settings>): [string, unknown][] {
  return Object.entries(changes).map(([name, value]) => [SETTING_FIELDS[name as keyof Settings], value]);
}
