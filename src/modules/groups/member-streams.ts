import { StreamedValues } from '../../scim-server/http/streamed-values.js';
import type { MemberPageRepository, MemberSource } from './member-page.repository.js';

/** Members that one answer may hold at once; with more, on all its groups together, they are streamed. */
export const MANY_MEMBERS = 5_000;

/** Members that are read at once while they are streamed: some 400 KB, which holds nobody up. */
const PAGE = 2_000;

/** A group to be shown, and how many members it has; more than `MANY_MEMBERS` may be any number. */
interface SizedGroup {
  readonly id: number;
  readonly size: number;
}

/**
 * Reads the members of groups while an answer leaves: a group with many of them in parts, those with few together, so
 * that the number of statements follows the number of members and not that of groups. What changes meanwhile may be seen
 * or not; the version in the answer is the one from before, so that a write that relies on it is refused (RFC 7644 §3.14).
 */
export class MemberStreams {
  private readonly ready = new Map<number, string>();

  /** @param groups in the order in which they are going to be read */
  constructor(
    private readonly pages: Pick<MemberPageRepository, 'page' | 'all'>,
    private readonly source: MemberSource,
    private readonly groups: readonly SizedGroup[],
  ) {}

  of(groupId: number): StreamedValues {
    const at = this.groups.findIndex(({ id }) => id === groupId);
    const isLarge = (this.groups[at]?.size ?? 0) > PAGE;
    return new StreamedValues(() => (isLarge ? this.inParts(groupId) : this.atOnce(groupId, at)));
  }

  private async *inParts(groupId: number): AsyncGenerator<string, void> {
    for (let after: number | null = 0; after !== null;) {
      const page = await this.pages.page(this.source, groupId, after, PAGE);
      if (page.members !== null) yield page.members;
      after = page.last;
    }
  }

  private async *atOnce(groupId: number, at: number): AsyncGenerator<string, void> {
    if (!this.ready.has(groupId)) await this.readFrom(at);
    const members = this.ready.get(groupId);
    this.ready.delete(groupId);
    if (members !== undefined) yield members;
  }

  /** Reads the members of a group and of those behind it, as long as they are few together. */
  private async readFrom(at: number): Promise<void> {
    const together: number[] = [];
    let size = 0;
    for (const group of this.groups.slice(at)) {
      if (group.size > PAGE) continue;
      size += group.size;
      if (size > PAGE && together.length > 0) break;
      together.push(group.id);
    }
    for (const [id, members] of await this.pages.all(this.source, together)) this.ready.set(id, members);
  }
}
