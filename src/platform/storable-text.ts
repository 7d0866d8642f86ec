import { foldName } from '../text/index.js';

/**
 * How many bytes a name in an index may have: an entry of a PostgreSQL B-tree takes about 2,700, with its other
 * columns.
 */
const MAX_INDEXED_BYTES = 2_000;

const UNSTORABLE = /\0|\p{Surrogate}/u;

/** Whether PostgreSQL can store a text: it has no NUL and is valid Unicode, without half of a surrogate pair. */
export function isStorable(text: string): boolean {
  return !UNSTORABLE.test(text);
}

/** Whether a name fits the index that keeps it unique: at most 2,000 bytes of UTF-8 when folded. */
export function fitsIndex(text: string): boolean {
  return Buffer.byteLength(foldName(text)) <= MAX_INDEXED_BYTES;
}
