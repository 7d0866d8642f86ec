export const USERS = 1;
