export const preview = [];
