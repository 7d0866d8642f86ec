export const report = [];
