import { UsersModule } from '../../../src/modules/users/users.module.js';

export const module = UsersModule;
