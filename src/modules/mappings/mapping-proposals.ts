import { Injectable } from '@nestjs/common';
import { GroupDirectory } from '../groups/index.js';
import { WorkspaceDirectory } from '../workspaces/index.js';
import type { MappingRows } from './mapping-rows.js';
import { type NewName, ProposedNames } from './proposed-names.js';
import { readScimSettings } from './scim-settings.js';
import { SettingsResolver } from './settings-resolver.js';

/** Settings as they would be stored. What saving would create has an id below zero in the rows. */
export interface MappingProposal extends MappingRows {
  readonly newGroups: readonly NewName[];
  readonly newWorkspaces: readonly NewName[];
}

/** Says what saving some settings would store, and stores nothing. */
@Injectable()
export class MappingProposals {
  constructor(
    private readonly resolver: SettingsResolver,
    private readonly groups: GroupDirectory,
    private readonly workspaces: WorkspaceDirectory,
  ) {}

  /**
   * Reads a body as saving does.
   * @throws ValidationFailedError for whatever saving would refuse
   */
  async propose(organizationId: number, body: unknown): Promise<MappingProposal> {
    const settings = readScimSettings(body);
    const groups = new ProposedNames((names) => this.groups.find(organizationId, names));
    const workspaces = new ProposedNames((titles) => this.workspaces.find(organizationId, titles));
    const rows = await this.resolver.resolve(organizationId, settings, {
      groups: (names) => groups.idsOf(names),
      workspaces: (titles) => workspaces.idsOf(titles),
    });
    return { ...rows, newGroups: groups.created, newWorkspaces: workspaces.created };
  }
}
