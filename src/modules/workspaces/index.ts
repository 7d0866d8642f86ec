export { WorkspaceDirectory } from './workspace-directory.js';
export { ProjectEntity, WorkspaceEntity } from './workspace.entity.js';
export { WorkspacesModule } from './workspaces.module.js';
