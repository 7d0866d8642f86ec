export type { Filter } from '../../scim/filter/ast.js';
