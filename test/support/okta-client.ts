import type { HttpClient } from './http-client.js';

/** Headers of Okta's provisioning agent, on every request, with or without a body. */
const HEADERS = {
  accept: 'application/scim+json',
  'accept-charset': 'utf-8',
  'accept-encoding': 'gzip,deflate',
  'content-type': 'application/scim+json; charset=utf-8',
  'user-agent': 'Okta SCIM Client 1.0.0',
};

/** A client that sends Okta's headers. */
export function asOkta(scim: HttpClient): HttpClient {
  return scim.with(HEADERS);
}

/** The body with which Okta creates a user; it always has a password and `groups`. */
export function oktaUser(userName: string): Record<string, unknown> {
  return {
    schemas: ['urn:ietf:params:scim:schemas:core:2.0:User'],
    userName,
    name: { givenName: 'Kim', familyName: 'Lee' },
    emails: [{ primary: true, value: userName, type: 'work' }],
    displayName: 'Kim Lee',
    locale: 'en-US',
    externalId: `00u${userName}`,
    groups: [],
    password: 'x9Zr-a-random-placeholder',
    active: true,
  };
}

/** Path of Okta's look-up of a user before it creates one. */
export function oktaLookup(userName: string, blank = '%20'): string {
  const value = encodeURIComponent(`"${userName}"`);
  return `/Users?filter=userName${blank}eq${blank}${value}&startIndex=1&count=100`;
}
