import '../modules/users/index.js';
