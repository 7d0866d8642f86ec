export const dto = [];
