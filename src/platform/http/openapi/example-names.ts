/** The person and the group of all examples; SCIM finds both by these names where it expects an id. */
export const EXAMPLE_USER = 'ana@acme.test';
export const EXAMPLE_GROUP = 'acme-reviewers';

/** Ids for the paths of examples that only read. They probably exist. */
export const EXAMPLE_ID = { activityEntry: 1, group: 1, organization: 1, project: 7, user: 5, workspace: 3 } as const;

/** An id that nobody and nothing has. Examples that write use it, so that they change nothing when sent as they are. */
export const NOBODY = 999_999_999;
