export const ROLES = ['OW'];
