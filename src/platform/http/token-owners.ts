import { Injectable } from '@nestjs/common';

/** Looks up the organizations of tokens, including expired and revoked ones. */
type FindOrganizations = (tokens: readonly string[]) => Promise<ReadonlyMap<string, number>>;

/**
 * Maps bearer tokens to organizations, for requests that fail before or during authentication. `auth` registers the
 * look-up, so that `platform` imports no module.
 */
@Injectable()
export class TokenOwners {
  private find: FindOrganizations = () => Promise.resolve(new Map());

  register(find: FindOrganizations): void {
    this.find = find;
  }

  /** Organization ids by token; unknown tokens are missing. */
  async organizationsOf(tokens: readonly string[]): Promise<ReadonlyMap<string, number>> {
    return tokens.length === 0 ? new Map() : this.find([...new Set(tokens)]);
  }
}
