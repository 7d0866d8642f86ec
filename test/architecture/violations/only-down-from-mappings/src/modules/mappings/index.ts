import '../provisioning/index.js';
