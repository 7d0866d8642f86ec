import type { LseUserDto, UserDirectory } from '../../users/index.js';

/** Adds to each row the account that it is about; rows of unknown and deleted accounts are left out. */
export async function withAccounts<Row extends { readonly user_id: number }>(
  users: UserDirectory,
  organizationId: number,
  rows: readonly Row[],
): Promise<[LseUserDto, Row][]> {
  const ids = rows.map(({ user_id }) => user_id);
  const accounts = new Map((await users.lseUsers(organizationId, ids)).map((account) => [account.id, account]));
  return rows.flatMap((row): [LseUserDto, Row][] => {
    const account = accounts.get(row.user_id);
    return account ? [[account, row]] : [];
  });
}
