export { AccountRemoval } from './rest/lse-account-removal.js';
export { UserDirectory } from './user-directory.js';
export { LseUserDto } from './rest/user.dto.js';
export { UsersModule } from './users.module.js';
