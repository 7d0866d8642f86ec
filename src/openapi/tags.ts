/** Rooms of the explorer in the order in which a newcomer needs them, each with what it is for. */
export const TAGS: readonly (readonly [name: string, description: string])[] = [
  ['SCIM Users', 'people, as an identity provider pushes them (RFC 7644)'],
  ['SCIM Groups', 'groups and their members, as an identity provider pushes them'],
  ['SCIM settings', 'which group gives which role, workspace or project; what came in; preview before saving'],
  ['Access', 'what somebody may do and why; sign-ins; check of everything'],
  ['Users', 'accounts, in the shapes of Label Studio Enterprise'],
  ['Organization members', 'roles in the organization, also by hand'],
  ['Organizations', 'default role, seats, and what stays when a group goes'],
  ['Workspaces', 'workspaces and who is in them'],
  ['Projects', 'projects, their members, and roles in them'],
  ['Activity', 'who did what, and what the identity provider sent'],
  ['Tokens', "the caller's own tokens"],
  ['SCIM search', 'searches with the query in the body (RFC 7644 §3.4.3)'],
  ['SCIM bulk', 'many operations in one request (RFC 7644 §3.7)'],
  ['SCIM discovery', 'what this service provider can do (RFC 7644 §4); no token needed'],
  ['Health', 'for orchestrators'],
];
