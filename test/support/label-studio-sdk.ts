import type { HttpClient, Answer } from './http-client.js';

type Value = string | number | boolean | null | undefined;

/** The parameters of a query; missing and null ones are not sent at all. */
export type Params = Readonly<Record<string, Value | readonly Value[]>>;

interface Content {
  readonly params?: Params;
  /** Sent as JSON; undefined members are left out, null is sent. */
  readonly json?: object;
}

/** What was read page by page, with the number of requests that it took. */
export interface Gathered {
  readonly items: Answer['body'][];
  readonly requests: number;
}

/** Statuses at which the SDK sends the same request again, also a POST: no refusal may have one. */
const REPEATED: ReadonlySet<number> = new Set([408, 409, 429]);

function queryOf(params: Params): string {
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries(params)) {
    for (const single of [value].flat())
      if (single !== undefined && single !== null) query.append(name, String(single));
  }
  return query.size === 0 ? '' : `?${query.toString()}`;
}

/**
 * Adds or removes the slash at the end of a path: the newest SDK sends some with and some without, the 0.x SDK none.
 */
function withOtherSlash(path: string): string {
  return path.endsWith('/') ? path.slice(0, -1) : `${path}/`;
}

/**
 * Sends what the Python SDK of Label Studio sends: its headers, its form of queries and bodies, its pages. Paths are
 * given as the SDK writes them.
 */
export class LabelStudioSdk {
  private readonly client: HttpClient;

  /**
   * @param rest a client of REST, whose token is used
   * @param slashes whether paths end as the SDK writes them, or the other way
   */
  constructor(
    rest: HttpClient,
    token: string,
    private readonly slashes: 'as sent' | 'the other way' = 'as sent',
  ) {
    this.client = rest.with({
      authorization: `Token ${token}`,
      'content-type': '',
      'user-agent': 'label_studio_sdk/2.1.2',
      'x-fern-language': 'Python',
      'x-fern-sdk-name': 'label-studio-sdk',
      'x-fern-sdk-version': '2.1.2',
    });
  }

  /**
   * Sends one request.
   *
   * @param path relative to `/api/`, as `workspaces/3/memberships/`
   * @throws Error for an answer that the SDK would not accept: a redirect, or a status at which it repeats the request
   */
  async send(method: string, path: string, { params = {}, json }: Content = {}): Promise<Answer> {
    const written = this.slashes === 'as sent' ? path : withOtherSlash(path);
    const headers = json === undefined ? undefined : { 'content-type': 'application/json' };
    const answer = await this.client.send(method, `/${written}${queryOf(params)}`, { body: json, headers });
    const { status } = answer;
    if ((status >= 300 && status < 400) || status >= 500 || REPEATED.has(status))
      throw new Error(`${method} ${written} was answered ${status}: ${JSON.stringify(answer.body)}`);

    return answer;
  }

  get(path: string, params?: Params): Promise<Answer> {
    return this.send('GET', path, { params });
  }

  post(path: string, json: object, params?: Params): Promise<Answer> {
    return this.send('POST', path, { json, params });
  }

  patch(path: string, json: object): Promise<Answer> {
    return this.send('PATCH', path, { json });
  }

  /** @param json a body; callers of the 2.0 SDK add one where the method has no parameter for something */
  delete(path: string, params?: Params, json?: object): Promise<Answer> {
    return this.send('DELETE', path, { params, json });
  }

  /**
   * Reads all pages of a list as the SDK's pager does: from page 1 on, until a page is empty.
   *
   * @throws Error when a page is not a 200, including the one past the end
   */
  async pages(path: string, params: Params = {}): Promise<Gathered> {
    const gathered: Gathered['items'] = [];
    for (let page = Number(params.page ?? 1), requests = 1; ; page += 1, requests += 1) {
      const { status, body } = await this.get(path, { ...params, page });
      if (status !== 200) throw new Error(`Page ${page} of ${path} was answered ${status}: ${JSON.stringify(body)}`);
      if (body.results.length === 0) return { items: gathered, requests };
      gathered.push(...body.results);
    }
  }
}
