import '../../test/support/fixed-clock.js';
import './clock.spec.js';
