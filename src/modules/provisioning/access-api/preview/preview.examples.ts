import { EXAMPLE_GROUP } from '../../../../platform/http/openapi/example-names.js';

/** Harmless to look at; to save it would replace the lists of those who have some. */
export const PREVIEWED_SETTINGS = {
  roles_groups: [['Reviewer', EXAMPLE_GROUP]],
  workspaces_groups: [['Radiology', EXAMPLE_GROUP]],
};
