/** An answer, its body read as JSON; an empty object if there is none. */
export interface Answer {
  readonly status: number;
  readonly body: Record<string, unknown>;
}

/** Speaks SCIM and REST to one server with one token. */
export class Client {
  constructor(
    private readonly origin: string,
    private readonly token: string,
  ) {}

  /** @throws TypeError when there is no answer */
  async send(method: string, path: string, body?: unknown): Promise<Answer> {
    const response = await fetch(this.origin + path, {
      method,
      headers: { authorization: `Bearer ${this.token}`, 'content-type': 'application/json' },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    const text = await response.text();
    return { status: response.status, body: text ? (JSON.parse(text) as Record<string, unknown>) : {} };
  }

  /**
   * Sends a request that has to succeed.
   *
   * @returns the body
   * @throws Error that says what the answer was
   */
  async ask(method: string, path: string, body?: unknown): Promise<Answer['body']> {
    const answer = await this.send(method, path, body);
    if (answer.status >= 200 && answer.status < 300) return answer.body;
    throw new Error(`${method} ${path} was answered ${answer.status}: ${JSON.stringify(answer.body)}`);
  }
}
