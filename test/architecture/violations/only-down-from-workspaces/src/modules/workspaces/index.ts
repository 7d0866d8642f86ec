import '../groups/index.js';
