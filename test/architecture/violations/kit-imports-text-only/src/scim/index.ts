import 'node:crypto';
export type { Request } from 'express';
export type { UserCreated } from '../events/user.events.js';
