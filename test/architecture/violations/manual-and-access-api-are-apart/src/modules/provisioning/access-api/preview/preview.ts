import '../../manual/projects/roles.js';
