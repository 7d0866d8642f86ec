import * as fc from 'fast-check';
import type { Answer, Request, Watch } from './call.js';
import { encoded } from './url-text.js';

/** Moments at the limits of calendars and databases. */
const ENDS = [
  '9999-12-31T23:59:59.999Z',
  '9999-12-31T23:59:59.9999999Z',
  '9999-12-31T23:59:59-14:00',
  '9999-12-31T23:59:59+14:00',
  '0001-01-01T00:00:00Z',
  '0001-01-01T00:00:00+05:00',
  '0001-01-01T00:00:00-05:00',
  '0000-01-01T00:00:00Z',
  '0000-12-31T23:59:59-12:00',
  '-000001-01-01T00:00:00Z',
  '-004713-11-24T00:00:00Z',
  '+275760-09-13T00:00:00Z',
  '1970-01-01T00:00:00Z',
  '2016-12-31T23:59:60Z',
  '2026-11-28T24:00:00Z',
  '9999-12-31',
  '0001-01-01',
];

/** Moments that do not exist. */
const IMPOSSIBLE = [
  '2026-02-30T00:00:00Z',
  '2026-02-29T12:00:00Z',
  '2026-04-31T00:00:00+02:00',
  '2026-13-01T00:00:00Z',
  '2026-00-10T00:00:00Z',
  '2026-11-28T25:00:00Z',
  '2026-11-28T12:00:00+25:00',
];

const isRefused: Watch = () =>
  Promise.resolve(({ status }: Answer) =>
    status < 300 ? ['a moment that is in no calendar is taken for another'] : [],
  );

const PATHS: readonly ((moment: string, operator: string) => Request)[] = [
  ...['Users', 'Groups'].flatMap((type) =>
    ['meta.created', 'meta.lastModified'].map((attribute) => (moment: string, operator: string): Request => {
      const filter = `${attribute} ${operator} "${moment}"`;
      return { method: 'GET', path: `/scim/v2/${type}?count=2&filter=${encoded(filter)}` };
    }),
  ),
  (moment, operator) => ({
    method: 'POST',
    path: '/scim/v2/.search',
    json: { filter: `displayName pr and meta.created ${operator} "${moment}"`, count: 2 },
  }),
  ...['since', 'until'].flatMap((name) =>
    ['/api/scim/requests', '/api/scim/requests/export'].map((path) => (moment: string): Request => ({
      method: 'GET',
      path: `${path}?${name}=${encoded(moment)}`,
    })),
  ),
  (moment) => ({ method: 'POST', path: '/api/tokens', json: { name: 'Date', expires_at: moment } }),
];

/** Requests with moments at the limits of the calendar and beyond; the server must never fail. */
export const withHardDate: fc.Arbitrary<Request> = fc
  .tuple(
    fc.constantFrom(...PATHS),
    fc.constantFrom('eq', 'ne', 'gt', 'ge', 'lt', 'le'),
    fc.oneof(
      { weight: 2, arbitrary: fc.constantFrom(...ENDS).map((moment) => ({ moment })) },
      { weight: 1, arbitrary: fc.constantFrom(...IMPOSSIBLE).map((moment) => ({ moment, watch: isRefused })) },
    ),
  )
  .map(([write, operator, { moment, ...watch }]) => ({ ...write(moment, operator), ...watch }));
