export { WorkspaceDirectory } from './workspace-directory.js';
export { WorkspacesModule } from './workspaces.module.js';
