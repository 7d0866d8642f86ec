export { AccountRemoval } from './lse-account-removal.js';
export { UserDirectory } from './user-directory.js';
export { LseUserDto } from './user.dto.js';
export { UserEntity } from './user.entity.js';
export { UsersModule } from './users.module.js';
