import '../workspaces/index.js';
