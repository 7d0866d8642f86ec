import type { DocumentedOperation } from '../harness/open-api.js';
import type { Json } from './json-text.js';

/** One request, complete but for the server's origin and the token. */
export interface Call {
  /** The token to send, by its name in the stage. */
  readonly actor: string;
  readonly method: string;
  /** Path and query as they are sent. */
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: Buffer;
  /** The operation of this path and method; undefined if the document has none. */
  readonly operation?: DocumentedOperation;
  /** What must hold besides the form of the answer. */
  readonly watch?: Watch;
  /** A secret somewhere in the call that must be in no log afterwards. */
  readonly secret?: string;
}

/** Reads an organization without changing it. */
export interface Observer {
  /** @throws Error for any answer that is not a success */
  get<Body>(path: string): Promise<Body>;
  /** Returns any answer. */
  try(method: string, path: string): Promise<Answer>;
}

/**
 * Reads, as the Owner, before a call is sent.
 *
 * @returns a function that reads again at the answer, and describes what is wrong
 */
export type Watch = (owner: Observer) => Promise<(answer: Answer) => string[] | Promise<string[]>>;

/** A call that is not yet complete, with JSON for a body. */
export type Request = Omit<Call, 'actor' | 'headers' | 'body'> & { readonly json?: Json };

/** The answer to a call. */
export interface Answer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly text: string;
  readonly milliseconds: number;
}

const READING_POSTS = /\/\.search$|\/api\/scim\/settings\/preview$|\/api\/provisioning\/reconcile$/i;

/**
 * Whether an answer says that something was changed. Searches, previews and a reconciliation without drift never change
 * anything, whatever they answer.
 */
export function saysThatItChanged({ method, path }: Call, { status }: Answer): boolean {
  if (status >= 400 || ['GET', 'HEAD', 'OPTIONS'].includes(method)) return false;
  return !READING_POSTS.test((path.split('?')[0] ?? '').replace(/\/+$/, ''));
}

/** The key of findings with one cause: method and path, without ids and queries. */
export function kindOf({ method, path, operation }: Call): string {
  if (operation) return `${operation.method.toUpperCase()} ${operation.path}`;
  return `${method} ${path.replace(/(?<=\/(?:Users|Groups|users|workspaces)\/)[^/?]+/, '{id}').slice(0, 60)}`;
}
