import type { DocumentedOperation } from '../harness/open-api.js';
import type { Json } from './json-text.js';

/** One request, complete but for the server's origin and the token. */
export interface Call {
  /** Whose token goes along: a name among the stage's tokens. */
  readonly actor: string;
  readonly method: string;
  /** Path and query as they are sent. */
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: Buffer;
  /** The operation whose path and method these are; undefined for what the document does not have. */
  readonly operation?: DocumentedOperation;
  /** What must hold besides the form of the answer. */
  readonly watch?: Watch;
  /** Stands somewhere in the call and must be in no log afterwards. */
  readonly secret?: string;
}

/** Who looks at an organization without changing it. */
export interface Observer {
  /** @throws Error for any answer that is not a success */
  get<Body>(path: string): Promise<Body>;
  /** Whatever answer there is. */
  try(method: string, path: string): Promise<Answer>;
}

/** Looks before a call is sent, as the Owner. @returns what looks again at the answer, and says what is wrong */
export type Watch = (owner: Observer) => Promise<(answer: Answer) => string[] | Promise<string[]>>;

/** A call that is still to be written, with JSON for a body. */
export type Request = Omit<Call, 'actor' | 'headers' | 'body'> & { readonly json?: Json };

/** What came back. */
export interface Answer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly text: string;
  readonly milliseconds: number;
}

const READING_POSTS = /\/\.search$|\/api\/scim\/settings\/preview$|\/api\/provisioning\/reconcile$/i;

/**
 * Whether an answer says that something was changed. Searches, previews and a reconciliation without drift never
 * change anything, whatever they answer.
 */
export function saysThatItChanged({ method, path }: Call, { status }: Answer): boolean {
  if (status >= 400 || ['GET', 'HEAD', 'OPTIONS'].includes(method)) return false;
  return !READING_POSTS.test((path.split('?')[0] ?? '').replace(/\/+$/, ''));
}

/** What two calls have in common that fail for one reason: method and path, without ids and queries. */
export function kindOf({ method, path, operation }: Call): string {
  if (operation) return `${operation.method.toUpperCase()} ${operation.path}`;
  return `${method} ${path.replace(/(?<=\/(?:Users|Groups|users|workspaces)\/)[^/?]+/, '{id}').slice(0, 60)}`;
}
