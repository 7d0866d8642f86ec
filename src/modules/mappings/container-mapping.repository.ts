import { Injectable } from '@nestjs/common';
import { Database } from '../../platform/database/database.js';
import type { MappingTables } from './mapping.entity.js';

/** All SQL that drops mappings because what they lead to goes. */
@Injectable()
export class ContainerMappingRepository {
  constructor(private readonly database: Database) {}

  private get tables() {
    return this.database.tables<MappingTables>();
  }

  async dropWorkspace(organizationId: number, workspaceId: number): Promise<void> {
    await this.tables
      .deleteFrom('workspace_mappings')
      .where('organization_id', '=', organizationId)
      .where('workspace_id', '=', workspaceId)
      .execute();
  }

  async dropProject(organizationId: number, projectId: number): Promise<void> {
    await this.tables
      .deleteFrom('project_mappings')
      .where('organization_id', '=', organizationId)
      .where('project_id', '=', projectId)
      .execute();
  }
}
