import '../users/index.js';
