import { createHash } from 'node:crypto';
import { PreconditionFailedError } from '../../platform/errors.js';
import type { ScimSettings } from './scim-settings.js';

/**
 * The strong entity tag of some settings (RFC 9110 §8.8.1). It follows from what they say, so it is another one after
 * whatever changes that: a save, a new name of a group or a workspace, a project that goes.
 */
export function entityTagOf(settings: ScimSettings): string {
  return `"${createHash('sha256').update(JSON.stringify(settings)).digest('hex')}"`;
}

/** Proxies that compress answers make their tags weak or longer; a tag is known by its beginning all the same. */
function isSame(tag: string, current: string): boolean {
  return tag.trim().replace(/^W\//, '').startsWith(current.slice(0, -1));
}

/**
 * Holds a save against the settings that the client last saw (RFC 9110 §13.1.1).
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
