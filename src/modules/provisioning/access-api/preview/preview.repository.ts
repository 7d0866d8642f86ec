import { Injectable } from '@nestjs/common';
import { Database } from '../../../../platform/database/database.js';
import type { MappingProposal } from '../../../mappings/index.js';
import { LargeScopes } from '../../engine/projection/large-scopes.js';
import { membersOfChangedGroups, proposedMappings, storedMappings } from '../../engine/projection/mapping-source.js';
import { previewAccess, type PreviewQuestion, type PreviewResult } from './preview.statement.js';
import { usersIn } from '../../engine/projection/scope.js';

/** How many users one answer shows. */
const PAGE = 100;

/** The SQL that finds what evaluating would change. */
@Injectable()
export class PreviewRepository {
  constructor(
    private readonly database: Database,
    private readonly largeScopes: LargeScopes,
  ) {}

  /** What saving the proposal would change, for users with ids above `after`. */
  async proposal(organizationId: number, proposal: MappingProposal, after: number): Promise<PreviewResult> {
    const stored = storedMappings(organizationId);
    const mappings = proposedMappings(organizationId, proposal);
    const scope = membersOfChangedGroups(organizationId, stored, mappings);
    return this.ask({ organizationId, scope, mappings, newWorkspaces: proposal.newWorkspaces, after, limit: PAGE });
  }

  /** Everything that differs from the result of the stored mappings. */
  async drift(organizationId: number): Promise<PreviewResult> {
    const scope = usersIn(organizationId, { kind: 'organization' });
    const mappings = storedMappings(organizationId);
    return this.ask({ organizationId, scope, mappings, newWorkspaces: [], after: 0, limit: PAGE });
  }

  private async ask(question: PreviewQuestion): Promise<PreviewResult> {
    const result = await this.largeScopes.during(question.scope, () => this.database.row(previewAccess(question)));
    if (!result) throw new Error('A preview is one row');
    return result;
  }
}
