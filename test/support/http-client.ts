/** An answer, its body read as JSON if there is one, or as text. */
export interface Answer {
  readonly status: number;
  readonly headers: Headers;
  // eslint-disable-next-line @typescript-eslint/no-explicit-any -- tests look into bodies of every shape
  readonly body: any;
}

/** Options of one request. */
export interface RequestOptions {
  readonly headers?: Readonly<Record<string, string>>;
  /** Sent as JSON, unless it is text. */
  readonly body?: unknown;
}

/** A client with its own base path and headers, over real HTTP. */
export class HttpClient {
  constructor(
    private readonly baseUrl: string,
    private readonly headers: Readonly<Record<string, string>> = {},
  ) {}

  /** The same client with more headers; an empty value removes one. */
  with(headers: Readonly<Record<string, string>>): HttpClient {
    const merged = Object.entries({ ...this.headers, ...headers }).filter(([, value]) => value !== '');
    return new HttpClient(this.baseUrl, Object.fromEntries(merged));
  }

  async send(method: string, path: string, { headers, body }: RequestOptions = {}): Promise<Answer> {
    const response = await fetch(this.baseUrl + path, {
      method,
      redirect: 'manual',
      headers: { ...this.headers, ...headers },
      ...(body === undefined ? {} : { body: typeof body === 'string' ? body : JSON.stringify(body) }),
    });
    const { status, headers: received } = response;
    const text = await response.text();
    if (received.get('content-type')?.startsWith('text/')) return { status, headers: received, body: text };
    return { status, headers: received, body: text === '' ? undefined : JSON.parse(text) };
  }

  get(path: string, headers?: RequestOptions['headers']): Promise<Answer> {
    return this.send('GET', path, { headers });
  }

  post(path: string, body: unknown, headers?: RequestOptions['headers']): Promise<Answer> {
    return this.send('POST', path, { body, headers });
  }

  put(path: string, body: unknown, headers?: RequestOptions['headers']): Promise<Answer> {
    return this.send('PUT', path, { body, headers });
  }

  patch(path: string, body: unknown, headers?: RequestOptions['headers']): Promise<Answer> {
    return this.send('PATCH', path, { body, headers });
  }

  delete(path: string, headers?: RequestOptions['headers']): Promise<Answer> {
    return this.send('DELETE', path, { headers });
  }
}
