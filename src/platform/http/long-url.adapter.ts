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

/** Room for a filter of the greatest length, percent-encoded, beside the other headers; Node's default is 16 KiB. */
const MAX_HEADER_BYTES = 262_144;

/** What a request that cannot even be parsed is told. */
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

/** The beginning of a target in absolute form, as whoever takes us for a proxy sends it. */
const ABSOLUTE_FORM = /^https?:\/\/([^/?#]*)/i;

/** Brings a target to the form that routes have; the host in it counts, whatever the header says (RFC 9112 §3.2.2). */
function toOriginForm(request: IncomingMessage): void {
  const { url = '/' } = request;
  const [prefix, host] = ABSOLUTE_FORM.exec(url) ?? [];
  if (prefix === undefined) return;
  const rest = url.slice(prefix.length);
  request.url = rest.startsWith('/') ? rest : `/${rest}`;
  request.headers.host = host;
}

/**
 * Express on a server that takes long filters in URLs. Requests that Node's parser refuses never reach a filter of
 * ours; they are answered here, in the form of the one surface that has URLs of that length. An expectation that Node does
 * not know is passed over, as it may be (RFC 9110 §10.1.1): Node's own answer to it has no form of ours.
 * Nor has the one to a missing host, which a middleware refuses instead.
 */
export class LongUrlAdapter extends ExpressAdapter {
  private connections?: Connections;

  /** @param form of the surface that has long URLs: answers of its media type are sent as it says, without a charset */
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

  /** As Nest has it, but for bodies of that surface. */
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

  /** Takes no more requests, and waits for the answers to those that there are, but for no idle connection. */
  override close(): ReturnType<ExpressAdapter['close']> {
    this.connections?.end();
    return super.close();
  }
}
