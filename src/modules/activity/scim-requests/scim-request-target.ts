import { storedText } from './scim-request-body.js';
import { asksForSecret, decoded, harmlessPart, isSecretName, MASK } from '../../../platform/logging/secrets.js';

/** What a request was about; the identifier is the client's, which may be an email address or a name. */
export interface Target {
  readonly type: 'User' | 'Group' | null;
  readonly id: string | null;
}

const TYPES = { users: 'User', groups: 'Group' } as const;
const RESOURCE = /\/(users|groups)\/([^/?]+)\/?(?:\?|$)/i;
const NO_RESOURCE: Target = { type: null, id: null };

/** The resource that was read or written: the answer's `Location` knows it best, the path otherwise. */
export function targetOf(path: string, location?: string): Target {
  const [, endpoint, id] = RESOURCE.exec(location ?? path) ?? [];
  if (endpoint === undefined || id === undefined || id === '.search') return NO_RESOURCE;
  return { type: TYPES[endpoint.toLowerCase() as keyof typeof TYPES], id: storedText(decoded(id)) };
}

/** The query of a URL, decoded for people to read, without secrets; null without one. */
export function storedQuery(url: string): string | null {
  const start = url.indexOf('?');
  if (start < 0) return null;
  const parameters = [...new URLSearchParams(url.slice(start))].map(([name, value]) => {
    if (isSecretName(name)) return `${harmlessPart(name)}=${MASK}`;
    return `${name}=${asksForSecret(value) ? MASK : value}`;
  });
  return storedText(parameters.join('&'), 2_000);
}
