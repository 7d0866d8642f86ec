import '../auth/index.js';
