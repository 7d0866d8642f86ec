const PEOPLE = {
  UserCreated: 'Account created',
  UserChanged: 'Attributes changed',
  UserDeactivated: 'Deactivated',
  UserReactivated: 'Reactivated',
  UserDeleted: 'Account deleted',
  UserSignedIn: 'Signed in',
  RoleSetByHand: 'Role set by hand',
};

const GROUPS = {
  GroupCreated: 'Group pushed',
  GroupRenamed: 'Group renamed',
  GroupMembersChanged: 'Members of a group changed',
  GroupDeleted: 'Group deleted',
  PlaceholderAbsorbed: 'Group took over a mapped name',
};

const SETTINGS = {
  MappingsChanged: 'Mappings changed',
  OrganizationChanged: 'Settings changed',
  LargeLossOfAccess: 'Many lost access at once',
};

const CONTAINERS = {
  WorkspaceCreated: 'Workspace created',
  WorkspaceChanged: 'Workspace changed',
  WorkspaceDeleted: 'Workspace deleted',
  WorkspaceMembersChanged: 'Workspace members changed by hand',
  ProjectCreated: 'Project created',
  ProjectChanged: 'Project changed',
  ProjectMoved: 'Project moved',
  ProjectDeleted: 'Project deleted',
  ProjectMembersChanged: 'Project members changed by hand',
  ProjectRolesChanged: 'Project roles changed by hand',
};

const LABELS = { ...PEOPLE, ...GROUPS, ...SETTINGS, ...CONTAINERS };

/** A fact that the activity log may have. */
export type Action = keyof typeof LABELS;

/** A few words for a fact, also for one that this console does not know yet. */
export function actionText(action: string): string {
  return action in LABELS ? LABELS[action as Action] : action;
}

const options = (group: string, labels: Readonly<Record<string, string>>) => ({
  group,
  items: Object.entries(labels).map(([value, label]) => ({ value, label })),
});

/** All actions to choose from, by what they are about. */
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

/** The way that a change came in by. */
export function channelText(channel: string): string {
  return CHANNELS[channel] ?? channel;
}
