import { at } from './json.js';

/** The story cannot go on: a step did not return what every later step needs, or the organization does not suit it. */
export class StoryBroken extends Error {}

/** The message of anything that was thrown. */
export function messageOf(error: unknown): string {
  const message = at(error, 'message');
  return typeof message === 'string' ? message : String(error);
}
