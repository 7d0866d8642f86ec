import type { UsersModule } from '../../src/modules/users/users.module.js';

export type Module = UsersModule;
