/** Owned by workspaces: LSE shows what has no colour in white. */
export const colouredContainers = ['workspaces', 'projects'].map(
  (table) => `alter table ${table} alter column color set default '#FFFFFF'`,
);
