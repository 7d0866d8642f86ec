import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Answer, HttpClient } from '../support/http-client.js';
import { startTestServer, type TestServer } from '../support/test-server.js';

/** The suite sends a content type on reading, too, where there is no content. */
const READING = {
  accept: 'application/scim+json',
  'accept-charset': 'utf-8',
  'content-type': 'application/scim+json; charset=utf-8',
  'user-agent': 'OKTA SCIM Integration',
};
const CREATING = { accept: 'application/scim+json; charset=utf-8', 'content-type': 'application/json' };

const USER = 'urn:ietf:params:scim:schemas:core:2.0:User';
const LIST = 'urn:ietf:params:scim:api:messages:2.0:ListResponse';
const ERROR = 'urn:ietf:params:scim:api:messages:2.0:Error';

const USER_NAME = 'noor.haddad@okta-suite.test';
const EMAIL = 'noor@okta-suite.test';
const PERSON = ['id', 'name.familyName', 'name.givenName', 'userName', 'active', 'emails.0.value'];

/** Demands on one answer, in words, each with whether it is fulfilled. */
type Checks = Readonly<Record<string, boolean>>;

/** One request of the suite, with the demands on its answer. */
interface Step {
  readonly asks: string;
  readonly send: (client: HttpClient, earlier: readonly Answer[]) => Promise<Answer>;
  /** @param milliseconds that the answer took */
  readonly check: (answer: Answer, earlier: readonly Answer[], milliseconds: number) => Checks;
}

/** The value in a body at a path of names and numbers, separated by dots. */
function at(body: unknown, path: string): unknown {
  return path
    .split('.')
    .reduce<unknown>((value, name) => (value as Record<string, unknown> | null | undefined)?.[name], body);
}

const isFilled = (value: unknown) =>
  Array.isArray(value) ? value.length > 0 : ![undefined, null, '', false].includes(value as undefined);

const status = (answer: Answer, expected: number): Checks => ({ [`status ${expected}`]: answer.status === expected });

const schema = ({ body }: Answer, urn: string): Checks => ({
  [`schema ${urn}`]: ((at(body, 'schemas') ?? []) as string[]).includes(urn),
});

function filled({ body }: Answer, ...paths: string[]): Checks {
  return Object.fromEntries(paths.map((path) => [`something in ${path}`, isFilled(at(body, path))]));
}

function numbers({ body }: Answer, ...paths: string[]): Checks {
  return Object.fromEntries(paths.map((path) => [`a number in ${path}`, typeof at(body, path) === 'number']));
}

/** Compares as text, like the suite. */
function equal({ body }: Answer, expected: Readonly<Record<string, unknown>>): Checks {
  const checks = Object.entries(expected).map(([path, value]) => [
    `${path} is ${String(value)}`,
    String(at(body, path)) === String(value),
  ]);
  return Object.fromEntries(checks) as Checks;
}

const refused = (answer: Answer, expected: number): Checks => ({
  ...status(answer, expected),
  ...filled(answer, 'detail'),
  ...equal(answer, { status: expected }),
  ...schema(answer, ERROR),
});

const lookUp = (client: HttpClient, userName: string, headers: Readonly<Record<string, string>> = {}) =>
  client.get(`/Users?filter=${encodeURIComponent(`userName eq "${userName}"`)}`, { ...READING, ...headers });

const create = (client: HttpClient, email: string) => {
  const name = { givenName: 'Noor', familyName: 'Haddad' };
  const emails = [{ primary: true, value: email, type: 'work' }];
  const body = { schemas: [USER], userName: USER_NAME, name, emails, displayName: 'Noor Haddad', active: true };
  return client.post('/Users', body, CREATING);
};

const steps: readonly Step[] = [
  {
    asks: 'for a page of one user',
    send: (client) => client.get('/Users?count=1&startIndex=1', READING),
    check: (answer) => ({
      ...status(answer, 200),
      ...schema(answer, LIST),
      ...numbers(answer, 'itemsPerPage', 'startIndex', 'totalResults'),
      ...filled(answer, 'Resources', ...PERSON.map((path) => `Resources.0.${path}`)),
    }),
  },
  {
    asks: 'for that user',
    send: (client, [page]) => client.get(`/Users/${String(at(page?.body, 'Resources.0.id'))}`, READING),
    check: (answer, [page]) => ({
      ...status(answer, 200),
      ...filled(answer, ...PERSON),
      ...equal(answer, { id: at(page?.body, 'Resources.0.id') }),
    }),
  },
  {
    asks: 'for a userName that nobody has',
    send: (client) => lookUp(client, 'nobody@okta-suite.test'),
    check: (answer) => ({ ...status(answer, 200), ...schema(answer, LIST), ...equal(answer, { totalResults: 0 }) }),
  },
  {
    asks: 'for an id that nobody has',
    send: (client) => client.get('/Users/010101001010101011001010101011', READING),
    check: (answer) => ({ ...status(answer, 404), ...filled(answer, 'detail'), ...schema(answer, ERROR) }),
  },
  {
    asks: 'whether somebody is there before',
    send: (client) => lookUp(client, EMAIL),
    check: (answer) => ({ ...status(answer, 200), ...schema(answer, LIST), ...equal(answer, { totalResults: 0 }) }),
  },
  {
    asks: 'to create somebody',
    send: (client) => create(client, EMAIL),
    check: (answer) => ({
      ...status(answer, 201),
      ...filled(answer, 'id'),
      ...schema(answer, USER),
      ...equal(answer, {
        active: true,
        userName: USER_NAME,
        'name.givenName': 'Noor',
        'name.familyName': 'Haddad',
      }),
    }),
  },
  {
    asks: 'for whom it has created',
    send: (client, earlier) => client.get(`/Users/${String(at(earlier.at(-1)?.body, 'id'))}`, READING),
    check: (answer) => ({
      ...status(answer, 200),
      ...equal(answer, { userName: USER_NAME, 'name.givenName': 'Noor', 'name.familyName': 'Haddad' }),
    }),
  },
  {
    asks: 'to create the same once more',
    send: (client) => create(client, USER_NAME),
    check: (answer) => status(answer, 409),
  },
  {
    asks: 'for the userName in capitals',
    send: (client) => lookUp(client, USER_NAME.toUpperCase()),
    check: (answer) => status(answer, 200),
  },
  {
    asks: 'for the groups',
    send: (client) => client.get('/Groups', READING),
    check: (answer, _, milliseconds) => ({ ...status(answer, 200), 'an answer within 600 ms': milliseconds < 600 }),
  },
  {
    asks: 'with a token that is none',
    send: (client) => lookUp(client, USER_NAME.toUpperCase(), { authorization: 'non-token' }),
    check: (answer) => refused(answer, 401),
  },
  {
    asks: 'for another id that nobody has',
    send: (client) => client.get('/Users/00919288221112222', READING),
    check: (answer) => refused(answer, 404),
  },
];

/** Okta's "SCIM 2.0 SPEC Test", which a service must pass to be listed. It reads the first user that it finds. */
describe('On a fresh installation, the specification suite of Okta', () => {
  const checks: Checks[] = [];
  let server: TestServer;

  beforeAll(async () => {
    server = await startTestServer();
    const answers: Answer[] = [];
    for (const { send, check } of steps) {
      const begun = performance.now();
      const answer = await send(server.scim, answers);
      checks.push(check(answer, answers, performance.now() - begun));
      answers.push(answer);
    }
  });
  afterAll(() => server.close());

  it.each(steps.map(({ asks }, index) => [asks, index] as const))(
    'gets what it demands when it asks %s',
    (_, index) => {
      const missed = Object.entries(checks[index] ?? {}).filter(([, isMet]) => !isMet);
      expect(missed).toEqual([]);
    },
  );

  it('has 52 checks, and all of them pass', () => {
    const all = checks.flatMap((ofOneAnswer) => Object.values(ofOneAnswer));
    expect({ checks: all.length, passed: all.filter((isMet) => isMet).length }).toEqual({ checks: 52, passed: 52 });
  });
});
