import { Injectable } from '@nestjs/common';
import { Transactions } from '../../../../platform/database/transactions.js';
import { printBoundCursor, readBoundCursor } from '../../../../platform/http/bound-cursor.js';
import { MAX_ID } from '../../../../platform/http/dto.decorators.js';
import { ValidationFailedError } from '../../../../platform/http/errors/rest-error.js';
import type { Actor } from '../../../../platform/http/request-context.js';
import { MappingProposals } from '../../../mappings/index.js';
import type { PreviewDto } from './preview.dto.js';
import { PreviewRepository } from './preview.repository.js';

type Question = readonly [organizationId: number, body: string];

function isId(value: unknown): value is number {
  return typeof value === 'number' && Number.isInteger(value) && value > 0 && value <= MAX_ID;
}

/** @throws ValidationFailedError for a cursor that is not from a preview of these settings */
function placeOf(cursor: string | undefined, question: Question): number {
  if (cursor === undefined) return 0;
  const { place: [userId] = [], isOfThisQuery } = readBoundCursor(cursor, question) ?? {};
  if (isOfThisQuery && isId(userId)) return userId;
  throw new ValidationFailedError({ cursor: ['is not one that a preview of these settings gave out'] });
}

/** Shows what saving some settings would do to everybody's access. */
@Injectable()
export class PreviewService {
  constructor(
    private readonly previews: PreviewRepository,
    private readonly proposals: MappingProposals,
    private readonly transactions: Transactions,
  ) {}

  /**
   * Computes what `POST /api/scim/settings` would do with the same body, on one snapshot of the database. It changes
   * nothing, blocks nobody and waits for nobody.
   *
   * @param cursor `next` of the page before, of the same body
   * @param ifMatch entity tags, one of which the stored settings must have; the preview is of that version
   * @throws ValidationFailedError for everything that saving would refuse
   * @throws PreconditionFailedError when the settings have changed since
   */
  async preview(
    { organizationId }: Actor,
    body: unknown,
    cursor: string | undefined,
    ifMatch?: string,
  ): Promise<PreviewDto> {
    const question: Question = [organizationId, JSON.stringify(body)];
    const after = placeOf(cursor, question);
    return this.transactions.snapshot(async () => {
      const proposal = await this.proposals.propose(organizationId, body, ifMatch);
      const result = await this.previews.proposal(organizationId, proposal, after);
      const last = result.changes.at(-1);
      return {
        users_checked: result.users_checked,
        users_changed: result.users_changed,
        workspaces_created: proposal.newWorkspaces.map(({ name }) => name),
        groups_created: proposal.newGroups.map(({ name }) => name),
        changes: result.changes,
        ...(last && result.has_more ? { next: printBoundCursor([last.user.id], question) } : {}),
      };
    });
  }
}
