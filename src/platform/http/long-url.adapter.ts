import { type NestApplicationOptions, StreamableFile } from '@nestjs/common';
import { ExpressAdapter } from '@nestjs/platform-express';
import type { Response } from 'express';
import { createServer, type IncomingMessage, type RequestListener, STATUS_CODES } from 'node:http';
import type { Duplex } from 'node:stream';
import { v7 } from 'uuid';
import { AppError, type Failure, MalformedRequestError } from '../errors.js';
import { Connections } from './connections.js';
import type { ErrorForm } from './errors/error-form.js';
import { encodePluses } from './plus-signs.js';
import { sendJson } from './send-json.js';

/** Room for the longest filter, percent-encoded, and the other headers; Node's default is 16 KiB. */
const MAX_HEADER_BYTES = 262_144;

/** The answer to a request that cannot even be parsed. */
function refusal(code: string | undefined): Failure {
  return code === 'HPE_HEADER_OVERFLOW'
    ? new AppError(431, 'The URL and the headers are too long; search by POST to /.search instead')
    : new MalformedRequestError('The request is not valid HTTP');
}

function answerParserError(error: NodeJS.ErrnoException, socket: Duplex, form: ErrorForm): void {
  if (error.code === 'ECONNRESET' || !socket.writable) return void socket.destroy();
  const requestId = v7();
  const refused = refusal(error.code);
  const body = JSON.stringify(form.tell(refused, requestId).body);
  socket.end(
    [
      `HTTP/1.1 ${refused.status} ${STATUS_CODES[refused.status] ?? ''}`,
      `X-Request-Id: ${requestId}`,
      `Content-Type: ${form.mediaType}`,
      `Content-Length: ${Buffer.byteLength(body)}`,
      'Connection: close',
      '',
      body,
    ].join('\r\n'),
  );
}

/** The beginning of a request target in absolute form, which clients send that take this server for a proxy. */
const ABSOLUTE_FORM = /^https?:\/\/([^/?#]*)/i;

/** Rewrites a request target to the form of our routes. The host in it replaces the header's (RFC 9112 §3.2.2). */
function toOriginForm(request: IncomingMessage): void {
  const { url = '/' } = request;
  const [prefix, host] = ABSOLUTE_FORM.exec(url) ?? [];
  if (prefix === undefined) return;
  const rest = url.slice(prefix.length);
  request.url = rest.startsWith('/') ? rest : `/${rest}`;
  request.headers.host = host;
}

/**
 * Express on a server that accepts long filters in URLs. Node's parser refuses some requests before any filter of ours
 * sees them; they are answered here, in the form of the one surface with URLs of that length. An expectation that Node
 * does not know is ignored, as RFC 9110 §10.1.1 allows, because Node's own answer would not have our form. A missing
 * host is refused by a middleware, for the same reason.
 */
export class LongUrlAdapter extends ExpressAdapter {
  private connections?: Connections;

  /**
   * @param form of the surface with long URLs: answers of its media type are sent under just that type, without a
   *   charset
   */
  constructor(private readonly form: ErrorForm) {
    super();
  }

  override initHttpServer(options: NestApplicationOptions): void {
    super.initHttpServer(options);
    const express: RequestListener = this.getInstance();
    const server = createServer({ maxHeaderSize: MAX_HEADER_BYTES, requireHostHeader: false });
    const connections = new Connections(server);
    const listener: RequestListener = (request, response) => {
      connections.serve(request, response);
      toOriginForm(request);
      request.url = encodePluses(request.url ?? '/');
      express(request, response);
    };
    server.on('request', listener);
    server.on('checkExpectation', listener);
    server.on('clientError', (error: NodeJS.ErrnoException, socket) => {
      answerParserError(error, socket, this.form);
    });
    this.connections = connections;
    this.httpServer = server;
  }

  /** Sends bodies of that surface itself, and leaves the others to Nest. */
  override reply(response: Response, body: unknown, status?: number): void {
    const { mediaType } = this.form;
    const isOfForm = response.get('content-type') === mediaType;
    if (!isOfForm || typeof body !== 'object' || body === null || body instanceof StreamableFile) {
      super.reply(response, body, status);
      return;
    }
    if (status !== undefined) response.status(status);
    sendJson(response, mediaType, body);
  }

  /** Accepts no more requests and waits for pending answers, but not for idle connections. */
  override close(): ReturnType<ExpressAdapter['close']> {
    this.connections?.end();
    return super.close();
  }
}
