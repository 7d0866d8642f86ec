import { Urn } from '../urns.js';
import { attribute } from './attribute.js';
import { plural } from './plural-attribute.js';
import type { Schema } from './schema.js';

const derived = { mutability: 'readOnly', returned: 'request' } as const;
const part = { mutability: 'readOnly' } as const;

/** Rolecall's own extension: the access that a user's groups give. Read-only, and returned only when asked for. */
export const accessSchema: Schema = {
  id: Urn.access,
  name: 'Access',
  description: 'Roles, workspaces and projects of the user',
  attributes: [
    attribute('role', 'string', 'Role in the organization.', derived),
    attribute('roleSource', 'string', 'Why the user has this role.', derived),
    plural(
      'workspaces',
      'Workspaces that the user belongs to.',
      [
        attribute('value', 'string', 'Identifier of the workspace.', { ...part, caseExact: true }),
        attribute('display', 'string', 'Title of the workspace.', { ...part, trimmed: true }),
      ],
      derived,
    ),
    plural(
      'projects',
      'Projects that the user belongs to.',
      [
        attribute('value', 'string', 'Identifier of the project.', { ...part, caseExact: true }),
        attribute('display', 'string', 'Title of the project.', { ...part, trimmed: true }),
        attribute('role', 'string', 'Role in the project.', part),
        attribute('state', 'string', 'Whether the role is in effect or pending.', part),
      ],
      derived,
    ),
  ],
};
