import type { Call } from './http.js';

/** A row that gives a project role to a group. */
export interface ProjectGroup {
  readonly project_id: number;
  readonly group: string;
  readonly role: 'Inherit' | 'Reviewer' | 'Annotator';
}

/** Mappings to add; each pair has the target first and the group second. */
export interface Mappings {
  readonly roles_groups?: readonly (readonly [role: string, group: string])[];
  readonly workspaces_groups?: readonly (readonly [title: string, group: string])[];
  readonly projects_groups?: readonly ProjectGroup[];
}

/** Writes the administrator's REST requests. */
export class AdministratorClient {
  constructor(private readonly token: string) {}

  organizations(): Call {
    return this.call('GET', '/api/organizations');
  }

  organization(id: number): Call {
    return this.call('GET', `/api/organizations/${id}`);
  }

  workspaces(): Call {
    return this.call('GET', '/api/workspaces/');
  }

  createWorkspace(title: string): Call {
    return this.call('POST', '/api/workspaces/', { title });
  }

  createProject(title: string, workspace: number): Call {
    return this.call('POST', '/api/projects/', { title, workspace });
  }

  createUser(email: string, firstName: string, lastName: string): Call {
    return this.call('POST', '/api/users/', { email, first_name: firstName, last_name: lastName });
  }

  usersByEmail(email: string): Call {
    return this.call('GET', `/api/users/?email=${encodeURIComponent(email)}`);
  }

  access(userId: number): Call {
    return this.call('GET', `/api/users/${userId}/access`);
  }

  settings(): Call {
    return this.call('GET', '/api/scim/settings');
  }

  /** Saves the settings. Each list in the body replaces the stored one as a whole. */
  saveSettings(lists: unknown): Call {
    return this.call('POST', '/api/scim/settings', lists);
  }

  private call(method: Call['method'], path: string, body?: unknown): Call {
    return {
      actor: 'Admin',
      method,
      path,
      headers: {
        Accept: 'application/json',
        Authorization: `Token ${this.token}`,
        ...(body === undefined ? {} : { 'Content-Type': 'application/json' }),
      },
      ...(body === undefined ? {} : { body }),
    };
  }
}
