/**
 * Ids of the things that a stage calls by name. A name creates its thing when it is first used, if that is possible.
 */
export class Names {
  private readonly ids = new Map<string, number>();

  constructor(
    private readonly kind: string,
    private readonly make?: (name: string) => Promise<number>,
  ) {}

  set(name: string, id: number): void {
    this.ids.set(name, id);
  }

  has(name: string): boolean {
    return this.ids.has(name);
  }

  /** Gives the thing with one name another name. */
  rename(name: string, to: string): void {
    this.ids.set(to, this.known(name));
    this.ids.delete(name);
  }

  known(name: string): number {
    const id = this.ids.get(name);
    if (id === undefined) throw new Error(`There is no ${this.kind} ${name}`);
    return id;
  }

  async ensure(name: string): Promise<number> {
    if (!this.ids.has(name) && this.make) this.ids.set(name, await this.make(name));
    return this.known(name);
  }

  /** Names by id. */
  titles(): ReadonlyMap<number, string> {
    return new Map([...this.ids].map(([name, id]) => [id, name]));
  }
}
