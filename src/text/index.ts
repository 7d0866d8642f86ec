export * from './date-time.js';
export * from './fold-case.js';
export * from './fold-name.js';
