import { type NestApplicationOptions, StreamableFile } from '@nestjs/common';
import { ExpressAdapter } from '@nestjs/platform-express';
import type { Response } from 'express';
import { createServer, type IncomingMessage, type RequestListener, STATUS_CODES } from 'node:http';
import type { Duplex } from 'node:stream';
import { v7 } from 'uuid';
import { ScimError } from '../../scim/index.js';
import { Connections } from './connections.js';
import { SCIM_CONTENT_TYPE } from './errors/scim-error-response.js';
import { encodePluses } from './plus-signs.js';
import { sendScim } from './scim/send-scim.js';

/** Room for a filter of the greatest length, percent-encoded, beside the other headers; Node's default is 16 KiB. */
const MAX_HEADER_BYTES = 262_144;

/** What a request that cannot even be parsed is told. */
function refusal(code: string | undefined): ScimError {
  return code === 'HPE_HEADER_OVERFLOW'
    ? new ScimError(431, 'The URL and the headers are too long; search by POST to /.search instead')
    : new ScimError(400, 'The request is not valid HTTP', 'invalidSyntax');
}

function answerParserError(error: NodeJS.ErrnoException, socket: Duplex): void {
  if (error.code === 'ECONNRESET' || !socket.writable) return void socket.destroy();
  const refused = refusal(error.code).toBody();
  const body = JSON.stringify(refused);
  socket.end(
    [
      `HTTP/1.1 ${refused.status} ${STATUS_CODES[refused.status] ?? ''}`,
      `X-Request-Id: ${v7()}`,
      `Content-Type: ${SCIM_CONTENT_TYPE}`,
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
 * ours; they are answered here, in SCIM's form, since only SCIM has URLs of that length. An expectation that Node does
 * not know is passed over, as it may be (RFC 9110 §10.1.1): Node's own answer to it has no form of ours.
 * Nor has the one to a missing host, which a middleware refuses instead.
 */
export class LongUrlAdapter extends ExpressAdapter {
  private connections?: Connections;

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
    server.on('clientError', answerParserError);
    this.connections = connections;
    this.httpServer = server;
  }

  /** As Nest has it, but for bodies of SCIM. */
  override reply(response: Response, body: unknown, status?: number): void {
    const isScim = response.get('content-type') === SCIM_CONTENT_TYPE;
    if (!isScim || typeof body !== 'object' || body === null || body instanceof StreamableFile) {
      super.reply(response, body, status);
      return;
    }
    if (status !== undefined) response.status(status);
    sendScim(response, body);
  }

  /** Takes no more requests, and waits for the answers to those that there are, but for no idle connection. */
  override close(): ReturnType<ExpressAdapter['close']> {
    this.connections?.end();
    return super.close();
  }
}
