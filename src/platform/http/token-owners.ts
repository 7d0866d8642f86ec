import { Injectable } from '@nestjs/common';

/** Looks up the organizations of tokens by the tokens themselves, expired and revoked ones included. */
type FindOrganizations = (tokens: readonly string[]) => Promise<ReadonlyMap<string, number>>;

/**
 * Whose tokens are: for requests that failed before the guard saw them, or in it. Whoever keeps the tokens puts the
 * look-up in, so that what needs it names no module.
 */
@Injectable()
export class TokenOwners {
  private find: FindOrganizations = () => Promise.resolve(new Map());

  register(find: FindOrganizations): void {
    this.find = find;
  }

  /** Organization ids by token; tokens that nobody ever had are missing. */
  async organizationsOf(tokens: readonly string[]): Promise<ReadonlyMap<string, number>> {
    return tokens.length === 0 ? new Map() : this.find([...new Set(tokens)]);
  }
}
