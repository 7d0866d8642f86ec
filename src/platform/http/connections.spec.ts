import { describe, expect, it } from '@jest/globals';
import { once } from 'node:events';
import { Agent, createServer, get, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { Connections, keepConnections } from './connections.js';

describe('Connections', () => {
  it('ends with an answer that had begun already when there was to be an end', async () => {
    const server = createServer();
    keepConnections(server, 75);
    const connections = new Connections(server);
    const begun = new Promise<ServerResponse>((resolve) => {
      server.on('request', (request: IncomingMessage, response: ServerResponse) => {
        connections.serve(request, response);
        response.write('one, ');
        resolve(response);
      });
    });
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    const agent = new Agent({ keepAlive: true });
    const request = get({ port: (server.address() as AddressInfo).port, host: '127.0.0.1', agent });
    const response = await begun;
    const [answer] = (await once(request, 'response')) as [IncomingMessage];
    connections.end();
    const closed = once(server, 'close');
    server.close();
    response.end('two');
    expect(await text(answer)).toBe('one, two');
    await closed;
    agent.destroy();
  });
});
