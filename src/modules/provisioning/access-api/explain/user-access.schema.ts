const grants = {
  type: 'array',
  description: 'Every reason, in the order of its weight.',
  items: {
    type: 'object',
    required: ['kind'],
    properties: {
      kind: { type: 'string', enum: ['mapping', 'manual', 'default', 'sign_in', 'workspace'] },
      group: { type: 'string', description: 'Name of the group, of a mapping.' },
      role: { type: 'string', description: 'Code of a role; in projects also Reviewer, Annotator or Inherit.' },
      workspace: { type: 'integer', description: 'Id of the workspace that the project is in.' },
    },
  },
};

/** The schema of `UserAccess` in the OpenAPI document. */
export const userAccessSchema = {
  type: 'object',
  required: ['user', 'role', 'role_source', 'reason', 'role_grants', 'workspaces', 'projects'],
  properties: {
    user: {
      type: 'object',
      required: ['id', 'scim_id', 'email'],
      properties: {
        id: { type: 'integer' },
        scim_id: { type: 'string' },
        email: { type: 'string', nullable: true },
      },
    },
    role: { type: 'string', description: 'OW, AD, MA, RE, AN, NO or DI.' },
    role_source: { type: 'string', description: 'owner, scim, manual or default.' },
    reason: {
      type: 'string',
      nullable: true,
      description: 'deactivated, awaiting_sign_in, waiting_for_seat or no_role_group.',
    },
    role_grants: grants,
    all_workspaces: { type: 'boolean', description: 'Instead of a list of everything.' },
    all_projects: { type: 'boolean', description: 'Instead of a list of everything.' },
    workspaces: {
      type: 'array',
      items: {
        type: 'object',
        required: ['id', 'title', 'grants'],
        properties: { id: { type: 'integer' }, title: { type: 'string' }, grants },
      },
    },
    projects: {
      type: 'array',
      items: {
        type: 'object',
        required: ['id', 'title', 'role', 'state', 'grants'],
        properties: {
          id: { type: 'integer' },
          title: { type: 'string' },
          role: { type: 'string', nullable: true, description: 'Null while pending.' },
          state: { type: 'string', enum: ['active', 'pending'] },
          grants,
        },
      },
    },
  },
  example: {
    user: { id: 5, scim_id: '01987a5e-0000-7000-8000-000000000005', email: 'ana@acme.test' },
    role: 'RE',
    role_source: 'scim',
    reason: null,
    role_grants: [{ kind: 'mapping', group: 'acme-reviewers', role: 'RE' }],
    workspaces: [{ id: 3, title: 'Radiology', grants: [{ kind: 'mapping', group: 'acme-reviewers' }] }],
    projects: [
      { id: 7, title: 'Chest X-ray', role: 'RE', state: 'active', grants: [{ kind: 'workspace', workspace: 3 }] },
    ],
  },
};
