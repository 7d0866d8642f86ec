/** Collects who joined and who left over several steps; a user who left and came back did neither. */
export class MembershipChanges {
  private readonly joined = new Set<number>();
  private readonly departed = new Set<number>();

  join(userIds: readonly number[]): void {
    for (const id of userIds) if (!this.departed.delete(id)) this.joined.add(id);
  }

  leave(userIds: readonly number[]): void {
    for (const id of userIds) if (!this.joined.delete(id)) this.departed.add(id);
  }

  get added(): number[] {
    return [...this.joined];
  }

  get removed(): number[] {
    return [...this.departed];
  }

  get isEmpty(): boolean {
    return this.joined.size === 0 && this.departed.size === 0;
  }
}
