export const MAX = 50;
