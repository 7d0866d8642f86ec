export const explanation = [];
