import '../../access-api/explain/explain.js';
