import { type Examples, examplesOf } from '../platform/http/openapi/example.decorators.js';
import { NOBODY } from '../platform/http/openapi/example-names.js';
import type {
  Method,
  Operation,
  Parameter,
  RequestBody,
  Response,
  Responses,
} from '../platform/http/openapi/open-api.js';
import { errorResponses, httpRefusal } from './error-responses.js';

/** What can go wrong with any operation of its kind. */
function statusesOf(operation: Operation, path: string): number[] {
  const takesInput = operation.requestBody !== undefined || (operation.parameters ?? []).length > 0;
  return [
    ...(takesInput ? [400] : []),
    ...(operation.requestBody === undefined ? [] : [413, 415]),
    ...(operation.security === undefined ? [] : [401, 403, 429]),
    ...(path.includes('{') ? [404] : []),
    503,
  ];
}

/** The controller's words on an error; its body is always the same. */
function described(status: number, response: Response | undefined): Response | undefined {
  const known = errorResponses('rest', status)[status];
  if (status < 400 || !known || !response || !('description' in response)) return response;
  return { ...known, description: response.description };
}

function responsesOf(operation: Operation, path: string): Responses {
  const declared = Object.entries(operation.responses).map(
    ([status, response]) => [status, described(Number(status), response)] as const,
  );
  return {
    ...errorResponses('rest', ...statusesOf(operation, path)),
    ...Object.fromEntries(declared),
    ...httpRefusal('rest'),
  };
}

function withExample(body: RequestBody, example: object | undefined): RequestBody {
  if (!('content' in body) || example === undefined) return body;
  const content = Object.entries(body.content).map(([type, media]) => [type, { ...media, example }] as const);
  return { ...body, content: Object.fromEntries(content) };
}

/** Routes that write get an id that nothing has, so that their examples change nothing before somebody enters another. */
function withId(parameter: Parameter, method: Method, { path }: Examples): Parameter {
  if (!('in' in parameter) || parameter.in !== 'path') return parameter;
  return { ...parameter, schema: { type: 'integer' }, example: method === 'get' ? path[parameter.name] : NOBODY };
}

/** An operation of REST with the examples of its input and the bodies of its errors. */
export function describeRestOperation(operation: Operation, method: Method, path: string): Operation {
  const { examples, rest } = examplesOf(operation);
  const { parameters = [], requestBody } = rest;
  return {
    ...rest,
    parameters: parameters.map((parameter) => withId(parameter, method, examples)),
    ...(requestBody ? { requestBody: withExample(requestBody, examples.body) } : {}),
    responses: responsesOf(rest, path),
  };
}
