import createClient from 'openapi-fetch';
import { currentToken, forgetToken } from '../session/token';
import { ApiError } from './errors';
import type { components, paths } from './schema';

/** The shapes that the server documents, by name. */
export type Schemas = components['schemas'];

/** The server that this page came from, with the types of its OpenAPI document. */
export const api = createClient<paths>({ baseUrl: window.location.origin });

api.use({
  onRequest({ request }) {
    const token = currentToken();
    if (token !== null && !request.headers.has('Authorization'))
      request.headers.set('Authorization', `Bearer ${token}`);
    return request;
  },
  onResponse({ request, response }) {
    const ours = request.headers.get('Authorization') === `Bearer ${currentToken()}`;
    if (response.status === 401 && ours) forgetToken('The token is no longer valid: it was revoked, or has expired.');
  },
});

interface Reply<Data> {
  readonly data?: Data;
  readonly error?: unknown;
  readonly response: Response;
}

interface Brought<Data> {
  readonly data: Data;
  readonly headers: Headers;
}

/**
 * The result of a call of `api`, with the headers of the answer.
 *
 * @throws ApiError for every answer that is not a success
 */
export async function wholeAnswer<Data>(call: Promise<Reply<Data>>): Promise<Brought<Data>> {
  const { data, error, response } = await call;
  if (response.ok) return { data: data as Data, headers: response.headers };
  const body = typeof error === 'object' && error !== null ? error : undefined;
  throw new ApiError(response.status, body, response.headers.get('X-Request-Id'));
}

/**
 * The result of a call of `api`.
 *
 * @throws ApiError for every answer that is not a success
 */
export async function answer<Data>(call: Promise<Reply<Data>>): Promise<Data> {
  return (await wholeAnswer(call)).data;
}
