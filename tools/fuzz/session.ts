import type { Answer, Call, Observer } from './call.js';
import { Sender } from './sender.js';

/** Sends the harness's own requests, which must succeed. */
export class Session implements Observer {
  private readonly sender: Sender;

  constructor(
    origin: string,
    private readonly token: string,
  ) {
    this.sender = new Sender(origin, { me: token });
  }

  /**
   * @returns the body, read as JSON; undefined if there is none
   * @throws Error for any answer that is not a success
   */
  async send(method: string, path: string, body?: object): Promise<unknown> {
    const { status, text } = await this.sender.send(this.callOf(method, path, body));
    if (status < 200 || status > 299) throw new Error(`${method} ${path} answers ${status}: ${text.slice(0, 500)}`);
    return text === '' ? undefined : JSON.parse(text);
  }

  /** Like `send`, but returns any answer. */
  try(method: string, path: string, body?: object): Promise<Answer> {
    return this.sender.send(this.callOf(method, path, body));
  }

  async get<Body>(path: string): Promise<Body> {
    return (await this.send('GET', path)) as Body;
  }

  /** The same on another server with the same database. */
  at(origin: string): Session {
    return new Session(origin, this.token);
  }

  close(): void {
    this.sender.close();
  }

  private callOf(method: string, path: string, body?: object): Call {
    const sent = body === undefined ? undefined : Buffer.from(JSON.stringify(body));
    return { actor: 'me', method, path, headers: { 'content-type': 'application/json' }, body: sent };
  }
}
