import { foldName } from '../text/index.js';

/** An entry of a PostgreSQL B-tree takes about 2,700 bytes, its other columns included. */
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
