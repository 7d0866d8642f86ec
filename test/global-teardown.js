import { tsImport } from 'tsx/esm/api';

/** Removes what the global setup has made. */
export default async function globalTeardown() {
  const { dropTemplate } = await tsImport('./support/template-database.ts', import.meta.url);
  await dropTemplate();
}
