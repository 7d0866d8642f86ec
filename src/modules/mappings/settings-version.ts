import { createHash } from 'node:crypto';
import { PreconditionFailedError } from '../../platform/errors.js';
import type { ScimSettings } from './scim-settings.js';

/**
 * The strong entity tag of some settings (RFC 9110 §8.8.1). It is a digest of their contents, so it changes with
 * everything that changes those: a save, a renamed group or workspace, a deleted project.
 */
export function entityTagOf(settings: ScimSettings): string {
  return `"${createHash('sha256').update(JSON.stringify(settings)).digest('hex')}"`;
}

/**
 * Whether two tags are the same. Proxies that compress answers make their tags weak or longer, so only the beginning
 * counts.
 */
function isSame(tag: string, current: string): boolean {
  return tag.trim().replace(/^W\//, '').startsWith(current.slice(0, -1));
}

/**
 * Checks that the settings are those that the client last saw (RFC 9110 §13.1.1).
 *
 * @throws PreconditionFailedError when they have changed since
 */
export function assertUnchanged(ifMatch: string, settings: ScimSettings): void {
  const current = entityTagOf(settings);
  if (ifMatch.trim() === '*' || ifMatch.split(',').some((tag) => isSame(tag, current))) return;
  throw new PreconditionFailedError(
    'The SCIM settings have changed since the version that If-Match names. Nothing was saved: read them again, and ' +
      'make your changes to what they are now.',
  );
}
