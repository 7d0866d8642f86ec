import { Injectable } from '@nestjs/common';
import type { RequestContext } from '../../platform/http/request-context.js';

/** A SCIM request that has been answered, or whose client hung up before. */
export interface ServedScimRequest {
  readonly context: RequestContext;
  readonly receivedAt: Date;
  readonly durationMs: number;
  /** Undefined when the client did not wait for the answer. */
  readonly status?: number;
  /** `Location` of the answer. */
  readonly location?: string;
  /** The token as sent, for finding its organization if authentication did not get that far; never to be stored. */
  readonly token?: string;
  readonly userAgent?: string;
  /** As parsed; undefined without a body and for one that could not be parsed. */
  readonly body?: unknown;
}

type Listener = (request: ServedScimRequest) => void;

/** Tells its listeners of each SCIM request when it is over. Listeners must not keep what they get. */
@Injectable()
export class ScimRequestFeed {
  private readonly listeners: Listener[] = [];

  /** @param listener runs on the event loop after the answer has left; it must be quick and must not throw */
  listen(listener: Listener): void {
    this.listeners.push(listener);
  }

  publish(request: ServedScimRequest): void {
    for (const listener of this.listeners) listener(request);
  }
}
