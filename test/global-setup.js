import { tsImport } from 'tsx/esm/api';

/** Makes the migrated database once per run; every test file starts from a copy of it. */
export default async function globalSetup() {
  const { prepareTemplate } = await tsImport('./support/template-database.ts', import.meta.url);
  await prepareTemplate();
}
