export * from './domain-event.js';
export * from './organization.events.js';
export * from './user.events.js';
export * from './group.events.js';
export * from './mapping.events.js';
export * from './workspace.events.js';
export * from './assignment.events.js';
