export type { User } from '../users/user.entity.js';
