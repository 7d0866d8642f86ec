import './utils/dates.js';
import './helpers.js';
import './common.js';
