import { Injectable } from '@nestjs/common';
import { foldName } from '../../text/index.js';
import { GroupRepository } from './group.repository.js';

/** What other modules may ask of groups and do with them. */
@Injectable()
export class GroupDirectory {
  constructor(private readonly groups: GroupRepository) {}

  /** Ids of the groups with these names, in the same order; a name without a group gets a placeholder (rule G2). */
  async ensure(organizationId: number, names: readonly string[]): Promise<number[]> {
    if (names.length === 0) return [];
    const ids = await this.groups.ensure(organizationId, names);
    return names.map((name) => ids.get(foldName(name))).filter((id) => id !== undefined);
  }

  /** Ids by folded name of the groups with these names, whether pushed or placeholders. */
  async find(organizationId: number, names: readonly string[]): Promise<ReadonlyMap<string, number>> {
    return this.groups.idsByName(organizationId, names);
  }

  /** Removes the placeholders that no mapping names any more. */
  async discardPlaceholders(organizationId: number): Promise<void> {
    await this.groups.discardPlaceholders(organizationId);
  }
}
