/** The person and the group of all examples; SCIM finds both by these names where it expects an id. */
export const EXAMPLE_USER = 'ana@acme.test';
export const EXAMPLE_GROUP = 'acme-reviewers';

/** Ids for the paths of examples that only read: of what may well be there. */
export const EXAMPLE_ID = { activityEntry: 1, group: 1, organization: 1, project: 7, user: 5, workspace: 3 } as const;

/**
 * A number that nobody and nothing has. Whoever tries an example out has to say whom it is about: sent as it stands, it
 * changes nothing that is there.
 */
export const NOBODY = 999_999_999;
