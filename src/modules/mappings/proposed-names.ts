import { foldName } from '../../text/index.js';

/** Something that saving would create, in the spelling of its first mention, under an id below zero until then. */
export interface NewName {
  readonly id: number;
  readonly name: string;
}

/** Gives ids to the names of a proposal: those that exist theirs, the others ids below zero. */
export class ProposedNames {
  private readonly made = new Map<string, NewName>();

  /** @param known finds ids by folded name */
  constructor(private readonly known: (names: readonly string[]) => Promise<ReadonlyMap<string, number>>) {}

  /** Ids in the order of the names; a name that is there twice, in whatever case, has one. */
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
