export { GroupDirectory } from './group-directory.js';
export { GroupEntity, GroupMemberEntity } from './group.entity.js';
export { GroupsModule } from './groups.module.js';
