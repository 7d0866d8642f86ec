export const members = [];
