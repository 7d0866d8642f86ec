import { foldName } from '../../text/index.js';

/** Something that saving would create, in the spelling of its first mention, with a negative id until then. */
export interface NewName {
  readonly id: number;
  readonly name: string;
}

/** Gives ids to the names of a proposal: existing things keep theirs, the others get negative ids. */
export class ProposedNames {
  private readonly made = new Map<string, NewName>();

  /** @param known finds ids by folded name */
  constructor(private readonly known: (names: readonly string[]) => Promise<ReadonlyMap<string, number>>) {}

  /** Ids in the order of the names; names that differ only in case share one. */
  async idsOf(names: readonly string[]): Promise<number[]> {
    const known = await this.known(names);
    return names.map((name) => known.get(foldName(name)) ?? this.make(name).id);
  }

  get created(): NewName[] {
    return [...this.made.values()];
  }

  private make(name: string): NewName {
    const key = foldName(name);
    const made = this.made.get(key) ?? { id: -1 - this.made.size, name };
    this.made.set(key, made);
    return made;
  }
}
