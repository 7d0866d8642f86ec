import { StreamedValues } from '../../scim-server/http/streamed-values.js';
import type { MemberPageRepository, MemberSource } from './member-page.repository.js';

/** How many members one answer may hold at once, on all its groups together; more are streamed. */
export const MANY_MEMBERS = 5_000;

/** How many members a stream reads at once: some 400 KB, which blocks nothing else for long. */
const PAGE = 2_000;

/** A group to show, and how many members it has; the count is exact only up to `MANY_MEMBERS`. */
interface SizedGroup {
  readonly id: number;
  readonly size: number;
}

/**
 * Reads the members of groups while an answer leaves: a large group in parts, small groups together, so that the number
 * of statements depends on the number of members and not on that of groups. Changes meanwhile may or may not be seen.
 * The version in the answer is from before them, so that a write that relies on it is refused (RFC 7644 §3.14).
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

  /** Reads the members of a group together with those of the next groups, as long as they are few. */
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
