import { createRequire } from 'node:module';

const { version } = createRequire(import.meta.url)('../../package.json') as { version: string };

/** The running release: the version in package.json. */
export const RELEASE = version;
