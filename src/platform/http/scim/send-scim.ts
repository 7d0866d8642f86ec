import type { Response } from 'express';
import { SCIM_CONTENT_TYPE } from '../errors/scim-error-response.js';

/** Sends a body of SCIM. Express would add a charset to the media type of a text; bytes it sends as they are. */
export function sendScim(response: Response, body: object): void {
  response.set('Content-Type', SCIM_CONTENT_TYPE).send(Buffer.from(JSON.stringify(body)));
}
