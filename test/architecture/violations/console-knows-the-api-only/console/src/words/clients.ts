export { Client } from '../../../tools/harness/client.js';
