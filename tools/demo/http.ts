import { asList, at } from './json.js';
import { messageOf } from './story-broken.js';

/** Who sends a request in the story. */
export type Actor = 'Okta' | 'Admin';

/** One request, complete but for the server's origin. */
export interface Call {
  readonly actor: Actor;
  readonly method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  /** Path and query, starting with a slash. */
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  /** Sent as JSON; left out for a request without a body. */
  readonly body?: unknown;
}

/** The answer to a request. */
export interface Answer {
  readonly status: number;
  readonly headers: Headers;
  /** The parsed JSON; undefined for an empty body or one that is not JSON. */
  readonly body: unknown;
  readonly text: string;
  readonly milliseconds: number;
}

/** There was no answer: nothing listens there, the connection broke, or it took longer than the client waits. */
export class NoAnswer extends Error {}

/** How long Okta waits for an answer before it closes the socket. */
const PATIENCE_MILLISECONDS = 60_000;

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** The innermost reason of a failed fetch, which wraps the socket's own error in "fetch failed". */
function reasonOf(error: unknown): string {
  const cause = at(error, 'cause');
  if (cause !== undefined) return reasonOf(cause);
  const attempts = asList(at(error, 'errors'));
  return attempts.length > 0 ? attempts.map(reasonOf).join('; ') : messageOf(error);
}

/**
 * Sends one request and times it. Redirects are not followed, because for Okta they are failures.
 *
 * @throws NoAnswer when there is no complete answer.
 */
export async function send(origin: string, call: Call): Promise<Answer> {
  const started = performance.now();
  try {
    const response = await fetch(`${origin}${call.path}`, {
      method: call.method,
      headers: call.headers,
      redirect: 'manual',
      signal: AbortSignal.timeout(PATIENCE_MILLISECONDS),
      ...(call.body === undefined ? {} : { body: JSON.stringify(call.body) }),
    });
    const text = await response.text();
    const milliseconds = Math.round(performance.now() - started);
    return { status: response.status, headers: response.headers, body: parse(text), text, milliseconds };
  } catch (error) {
    throw new NoAnswer(`${call.method} ${call.path}: ${reasonOf(error)}`, { cause: error });
  }
}
