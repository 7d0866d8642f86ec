export const mapper = [];
