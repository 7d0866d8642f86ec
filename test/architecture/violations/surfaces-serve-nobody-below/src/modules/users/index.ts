import '../../cli/run.js';
