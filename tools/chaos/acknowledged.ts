/** What the answers so far have promised a client: it must survive whatever happens next. */
export class Acknowledged {
  /** Users by SCIM id: whether they are active. */
  readonly users = new Map<string, boolean>();
  /** Members by the group's SCIM id. */
  readonly groups = new Map<string, Set<string>>();
  /** Users and groups with a write in flight when the server died: either outcome is right. */
  readonly uncertain = new Set<string>();

  get size(): number {
    return this.users.size + [...this.groups.values()].reduce((sum, members) => sum + members.size, this.groups.size);
  }
}
