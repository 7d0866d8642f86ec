import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { startTestServer, type TestServer } from '../support/test-server.js';

interface Route {
  readonly path: string;
  readonly methods: Readonly<Record<string, boolean>>;
}

interface Layer {
  readonly route?: Route;
  match(path: string): boolean;
}

/**
 * Routes are tried in the order of the modules, and the first that matches answers. That is why provisioning comes
 * before workspaces: `projects/roles` is its route, and not the project called `roles`.
 */
describe('The order of routes', () => {
  let server: TestServer;
  let layers: Layer[];

  beforeAll(async () => {
    server = await startTestServer();
    const { stack } = (server.app.getHttpAdapter().getInstance() as unknown as { router: { stack: Layer[] } }).router;
    layers = stack.filter(({ route }) => route);
  });
  afterAll(() => server.close());

  it('puts no route with a parameter before one that has a word in its place', () => {
    const hidden = layers.flatMap(({ route }, at) => {
      if (!route) return [];
      const path = route.path.replace(/:\w+/g, '1').replace(/[{}]/g, '');
      const earlier = layers.slice(0, at).filter((layer) => layer.route?.path.includes(':') && layer.match(path));
      return earlier
        .filter((layer) => Object.keys(route.methods).some((method) => layer.route?.methods[method]))
        .map((layer) => `${layer.route?.path} hides ${route.path}`);
    });
    expect(hidden).toEqual([]);
  });

  it("lists one's explicit roles, and looks for no project called roles", async () => {
    const { status, body } = await server.rest.get('/projects/roles?ids=1');
    expect([status, body]).toEqual([200, []]);
  });
});
