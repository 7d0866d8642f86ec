export const name = 'Ana';
