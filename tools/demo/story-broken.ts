import { at } from './json.js';

/** The story cannot go on: a step did not yield what every later step needs, or the stage is not set for it. */
export class StoryBroken extends Error {}

/** The message of whatever was thrown. */
export function messageOf(error: unknown): string {
  const message = at(error, 'message');
  return typeof message === 'string' ? message : String(error);
}
