import { hash, randomBytes } from 'node:crypto';

const PREFIX = 'rc_';
const SECRET_BYTES = 32;
const VISIBLE_CHARACTERS = 7;

/** A new secret of 256 bits, recognizable as one of ours. */
export function generateToken(): string {
  return PREFIX + randomBytes(SECRET_BYTES).toString('base64url');
}

/** What is stored of a token. Its secret has too much entropy to be guessed, so a plain digest is enough. */
export function hashToken(token: string): Buffer {
  return hash('sha256', token, 'buffer');
}

/** A moment of a token's life as the databases give it, in ISO 8601. */
export function instant(value: string | Date | null): string | null {
  return value === null ? null : new Date(value).toISOString();
}

/** The beginning of a token, by which its owner tells it from their others. */
export function prefixOf(token: string): string {
  return token.slice(0, VISIBLE_CHARACTERS);
}
