import { tsImport } from 'tsx/esm/api';

/** Makes the migrated database that every test file starts from a copy of, once per run. */
export default async function globalSetup() {
  const { prepareTemplate } = await tsImport('./support/template-database.ts', import.meta.url);
  await prepareTemplate();
}
