export { now } from '../../test/support/clock.js';
