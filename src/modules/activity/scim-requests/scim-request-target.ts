import { storedText } from './scim-request-body.js';
import { asksForSecret, decoded, harmlessPart, isSecretName, MASK } from '../../../platform/logging/secrets.js';

/** The resource of a request. The identifier is the client's own, which may be an email address or a name. */
export interface Target {
  readonly type: 'User' | 'Group' | null;
  readonly id: string | null;
}

const TYPES = { users: 'User', groups: 'Group' } as const;
const RESOURCE = /\/(users|groups)\/([^/?]+)\/?(?:\?|$)/i;
const NO_RESOURCE: Target = { type: null, id: null };

/** Finds the resource that was read or written: in the answer's `Location` if there is one, otherwise in the path. */
export function targetOf(path: string, location?: string): Target {
  const [, endpoint, id] = RESOURCE.exec(location ?? path) ?? [];
  if (endpoint === undefined || id === undefined || id === '.search') return NO_RESOURCE;
  return { type: TYPES[endpoint.toLowerCase() as keyof typeof TYPES], id: storedText(decoded(id)) };
}

/** The query of a request as it is logged, decoded for people to read; null without one. */
export interface StoredQuery {
  readonly stored: string | null;
  /** What was masked in it. */
  readonly hidden: readonly string[];
}

/** The query of a URL without secrets. */
export function storedQuery(url: string): StoredQuery {
  const start = url.indexOf('?');
  if (start < 0) return { stored: null, hidden: [] };
  const hidden: string[] = [];
  const parameters = [...new URLSearchParams(url.slice(start))].map(([name, value]) => {
    if (!isSecretName(name) && !asksForSecret(value)) return `${name}=${value}`;
    hidden.push(...(isSecretName(name) ? [name, value] : [value]));
    return `${isSecretName(name) ? harmlessPart(name) : name}=${MASK}`;
  });
  return { stored: storedText(parameters.join('&'), 2_000), hidden };
}
