export type { MappingRows, ProjectRows, RoleRows, WorkspaceRows } from './mapping-rows.js';
export { type MappingProposal, MappingProposals } from './mapping-proposals.js';
export { MappingsModule } from './mappings.module.js';
export { SaveScimSettingsDto } from './mapping.dto.js';
export { MappingsService } from './mappings.service.js';
