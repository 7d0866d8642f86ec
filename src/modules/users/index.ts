export { UserDirectory, type UserRef } from './user-directory.js';
export { UserEntity } from './user.entity.js';
export { UsersModule } from './users.module.js';
