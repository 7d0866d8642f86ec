export { GroupDirectory } from './group-directory.js';
export { GroupsModule } from './groups.module.js';
