import { tsImport } from 'tsx/esm/api';

/** Undoes what the global setup left behind. */
export default async function globalTeardown() {
  const { dropTemplate } = await tsImport('./support/template-database.ts', import.meta.url);
  await dropTemplate();
}
