import '../reconcile/report.js';
