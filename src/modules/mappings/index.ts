export { ProjectMappingEntity, RoleMappingEntity, WorkspaceMappingEntity } from './mapping.entity.js';
export { MappingsModule } from './mappings.module.js';
