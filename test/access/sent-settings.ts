import { nameOf, ORGANIZATION_ROLES, PROJECT_ROLES } from '../../src/modules/mappings/role-names.js';
import { mostElevated } from '../../src/modules/provisioning/engine/rules/roles.js';
import type { MappingChange } from './stage.js';

type ProjectIds = (title: string) => number;

function keyOf(change: MappingChange): string {
  switch (change.kind) {
    case 'role':
      return `role ${change.group}`;
    case 'workspace':
      return `workspace ${change.group} ${change.workspace}`;
    case 'project':
      return `project ${change.group} ${change.project} ${change.role}`;
  }
}

/** The SCIM settings as an administrator sees and sends them: whole lists. */
export class SentSettings {
  private rows = new Map<string, MappingChange>();

  apply(changes: readonly MappingChange[]): void {
    for (const change of changes) {
      if (change.to === 'add') this.rows.set(keyOf(change), change);
      else this.rows.delete(keyOf(change));
    }
  }

  rename(group: string, to: string): void {
    const roles = this.roles.filter((row) => row.group === group || row.group === to).map(({ role }) => role);
    const role = mostElevated(roles);
    const renamed = [...this.rows.values()].map((row) => (row.group === group ? { ...row, group: to } : row));
    this.rows = new Map(renamed.map((row) => [keyOf(row), row]));
    if (role !== null) this.apply([{ kind: 'role', to: 'add', group: to, role }]);
  }

  private get roles() {
    return [...this.rows.values()].filter((row) => row.kind === 'role');
  }

  body(projectIds: ProjectIds): object {
    const rows = [...this.rows.values()];
    return {
      roles_groups: rows.flatMap((row) =>
        row.kind === 'role' ? [[nameOf(ORGANIZATION_ROLES, row.role), row.group]] : [],
      ),
      workspaces_groups: rows.flatMap((row) => (row.kind === 'workspace' ? [[row.workspace, row.group]] : [])),
      projects_groups: rows.flatMap((row) =>
        row.kind === 'project'
          ? [{ project_id: projectIds(row.project), group: row.group, role: nameOf(PROJECT_ROLES, row.role) }]
          : [],
      ),
    };
  }
}
