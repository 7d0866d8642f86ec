import { hash, randomBytes } from 'node:crypto';

const PREFIX = 'rc_';
const SECRET_BYTES = 32;
const VISIBLE_CHARACTERS = 7;

/** Generates a secret of 256 bits, recognizable as one of our tokens. */
export function generateToken(): string {
  return PREFIX + randomBytes(SECRET_BYTES).toString('base64url');
}

/**
 * Makes the digest that is stored of a token. The secret has too much entropy to be guessed, so a plain digest is
 * enough.
 */
export function hashToken(token: string): Buffer {
  return hash('sha256', token, 'buffer');
}

/** Converts a moment of a token, as either database returns it, to ISO 8601. */
export function instant(value: string | Date | null): string | null {
  return value === null ? null : new Date(value).toISOString();
}

/** The beginning of a token, by which its owner recognizes it. */
export function prefixOf(token: string): string {
  return token.slice(0, VISIBLE_CHARACTERS);
}
