import type { Response } from 'express';

/** Sends JSON under exactly this media type. It sends bytes, because Express would add a charset to a text. */
export function sendJson(response: Response, mediaType: string, body: object): void {
  response.set('Content-Type', mediaType).send(Buffer.from(JSON.stringify(body)));
}
