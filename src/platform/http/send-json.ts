import type { Response } from 'express';

/** Sends JSON under just this media type. Express would add a charset to the one of a text; bytes it sends as they are. */
export function sendJson(response: Response, mediaType: string, body: object): void {
  response.set('Content-Type', mediaType).send(Buffer.from(JSON.stringify(body)));
}
