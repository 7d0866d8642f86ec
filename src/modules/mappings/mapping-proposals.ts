import { Injectable } from '@nestjs/common';
import { GroupDirectory } from '../groups/index.js';
import { WorkspaceDirectory } from '../workspaces/index.js';
import type { MappingRows } from './mapping-rows.js';
import { MappingsService } from './mappings.service.js';
import { type NewName, ProposedNames } from './proposed-names.js';
import { readScimSettings } from './scim-settings.js';
import { SettingsResolver } from './settings-resolver.js';
import { assertUnchanged } from './settings-version.js';

/** Settings as they would be stored. Things that saving would create have negative ids in the rows. */
export interface MappingProposal extends MappingRows {
  readonly newGroups: readonly NewName[];
  readonly newWorkspaces: readonly NewName[];
}

/** Finds out what saving some settings would store, and stores nothing. */
@Injectable()
export class MappingProposals {
  constructor(
    private readonly mappings: MappingsService,
    private readonly resolver: SettingsResolver,
    private readonly groups: GroupDirectory,
    private readonly workspaces: WorkspaceDirectory,
  ) {}

  /**
   * Reads a body in the same way as saving.
   *
   * @param ifMatch entity tags, one of which the stored settings must have, as in saving
   * @throws ValidationFailedError for everything that saving would refuse
   * @throws PreconditionFailedError when the stored settings have none of the tags
   */
  async propose(organizationId: number, body: unknown, ifMatch?: string): Promise<MappingProposal> {
    const settings = readScimSettings(body);
    if (ifMatch !== undefined) assertUnchanged(ifMatch, await this.mappings.get({ organizationId }));
    const groups = new ProposedNames((names) => this.groups.find(organizationId, names));
    const workspaces = new ProposedNames((titles) => this.workspaces.find(organizationId, titles));
    const rows = await this.resolver.resolve(organizationId, settings, {
      groups: (names) => groups.idsOf(names),
      workspaces: (titles) => workspaces.idsOf(titles),
    });
    return { ...rows, newGroups: groups.created, newWorkspaces: workspaces.created };
  }
}
