import './modules/users/users.module.js';
