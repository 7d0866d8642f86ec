export const roles = [];
