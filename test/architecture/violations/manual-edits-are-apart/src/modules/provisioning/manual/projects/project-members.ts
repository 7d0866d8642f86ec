import '../workspaces/workspace-members.js';
