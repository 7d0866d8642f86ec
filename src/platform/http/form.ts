import type { IncomingMessage } from 'node:http';
import { currentContext } from './request-context.js';

const FORM = /^application\/x-www-form-urlencoded\b/i;

/** Whether a request carries a form. REST accepts forms in place of JSON, as LSE does; SCIM accepts JSON only. */
export function isForm(request: Pick<IncomingMessage, 'headers'>): boolean {
  return currentContext().channel === 'rest' && FORM.test(request.headers['content-type'] ?? '');
}
