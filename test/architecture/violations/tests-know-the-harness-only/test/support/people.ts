export { name } from '../../tools/demo/cast.js';
