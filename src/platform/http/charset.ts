import type { IncomingMessage } from 'node:http';
import { AppError } from '../errors.js';

const CHARSET = /;\s*charset\s*=\s*["']?([^\s"';]+)["']?/i;
const UTF_8 = /^utf-?8$/i;

/**
 * Rewrites the charset of a body to the spelling that parsers know: `utf8` means UTF-8, and so does a missing one.
 *
 * @throws AppError with status 415 that names any other charset, because JSON between systems is UTF-8 (RFC 8259 §8.1)
 */
export function settleCharset({ headers }: Pick<IncomingMessage, 'headers'>): void {
  const type = headers['content-type'] ?? '';
  const [parameter, charset] = CHARSET.exec(type) ?? [];
  if (parameter === undefined || charset === undefined) return;
  if (!UTF_8.test(charset)) throw new AppError(415, `The body must be in UTF-8, and not in "${charset}"`);
  headers['content-type'] = type.replace(parameter, '; charset=utf-8');
}
