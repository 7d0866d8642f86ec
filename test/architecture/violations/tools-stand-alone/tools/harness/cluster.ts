export { latency } from '../chaos/slow-line.js';
