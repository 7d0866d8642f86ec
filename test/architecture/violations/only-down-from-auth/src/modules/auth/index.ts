import '../activity/index.js';
