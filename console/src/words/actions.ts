const PEOPLE = {
  'user.created': 'Account created',
  'user.changed': 'Attributes changed',
  'user.deactivated': 'Deactivated',
  'user.reactivated': 'Reactivated',
  'user.deleted': 'Account deleted',
  'user.signed-in': 'Signed in',
  'role.set-manually': 'Role set by hand',
};

const GROUPS = {
  'group.created': 'Group pushed',
  'group.renamed': 'Group renamed',
  'group.members-changed': 'Members of a group changed',
  'group.deleted': 'Group deleted',
  'group.placeholder-absorbed': 'Group took over a mapped name',
};

const SETTINGS = {
  'mappings.changed': 'Mappings changed',
  'organization.changed': 'Settings changed',
  'access.large-loss': 'Many lost access at once',
};

const CONTAINERS = {
  'workspace.created': 'Workspace created',
  'workspace.changed': 'Workspace changed',
  'workspace.deleted': 'Workspace deleted',
  'workspace.members-changed': 'Workspace members changed by hand',
  'project.created': 'Project created',
  'project.changed': 'Project changed',
  'project.moved': 'Project moved',
  'project.deleted': 'Project deleted',
  'project.members-changed': 'Project members changed by hand',
  'project.roles-changed': 'Project roles changed by hand',
};

const LABELS = { ...PEOPLE, ...GROUPS, ...SETTINGS, ...CONTAINERS };

/** An action that the activity log may have. */
export type Action = keyof typeof LABELS;

/** An action in a few words, even one that this console does not know yet. */
export function actionText(action: string): string {
  return action in LABELS ? LABELS[action as Action] : action;
}

const options = (group: string, labels: Readonly<Record<string, string>>) => ({
  group,
  items: Object.entries(labels).map(([value, label]) => ({ value, label })),
});

/** All actions to choose from, by their subject. */
export const ACTION_OPTIONS = [
  options('People', PEOPLE),
  options('Groups', GROUPS),
  options('Mappings and settings', SETTINGS),
  options('Workspaces and projects', CONTAINERS),
];

const CHANNELS: Readonly<Record<string, string>> = {
  scim: 'over SCIM',
  rest: 'over the API or this console',
  system: 'by the server itself',
};

/** The channel through which a change came in. */
export function channelText(channel: string): string {
  return CHANNELS[channel] ?? channel;
}
