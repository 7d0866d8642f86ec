import { Ajv, type ValidateFunction } from 'ajv';
import addFormats from 'ajv-formats';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  type Method,
  METHODS,
  type OpenApiDocument,
  type Operation,
} from '../../src/platform/http/openapi/open-api.js';

/** The document that is checked in: it is what the built server serves. */
export const document = JSON.parse(readFileSync(join(process.cwd(), 'openapi.json'), 'utf8')) as OpenApiDocument;

/** An operation of the document, with its path and method. */
export interface DocumentedOperation {
  readonly method: Method;
  readonly path: string;
  readonly operation: Operation;
}

/** Every operation. Deletions come last, and of these the inner ones before those of what contains them. */
export function documentedOperations(): DocumentedOperation[] {
  const operations = Object.entries(document.paths).flatMap(([path, item]) =>
    METHODS.flatMap((method) => {
      const operation = item[method];
      return operation ? [{ method, path, operation }] : [];
    }),
  );
  const deletions = operations.filter(({ method }) => method === 'delete');
  const others = operations.filter(({ method }) => method !== 'delete');
  return [...others, ...deletions.sort((a, b) => b.path.length - a.path.length)];
}

/** The path with the examples of its parameters in place of their names. */
export function examplePath({ path, operation }: DocumentedOperation): string {
  return path.replaceAll(/\{(\w+)\}/g, (_, name: string) => {
    const parameter = operation.parameters?.find((candidate) => 'name' in candidate && candidate.name === name);
    const example: unknown = parameter && 'example' in parameter ? parameter.example : undefined;
    if (example === undefined) throw new Error(`${path} has no example for ${name}`);
    return encodeURIComponent(typeof example === 'string' ? example : JSON.stringify(example));
  });
}

type Given = readonly [where: string, name: string, example: unknown];

/** The path, query and headers of a request, from the examples of the document. */
export function exampleRequest(documented: DocumentedOperation): { path: string; headers: Record<string, string> } {
  const given = (documented.operation.parameters ?? []).flatMap((parameter): Given[] => {
    if (!('in' in parameter)) return [];
    const { schema } = parameter;
    const example: unknown = parameter.example ?? (schema && 'example' in schema ? schema.example : undefined);
    return example === undefined ? [] : [[parameter.in, parameter.name, example]];
  });
  const of = (place: string) =>
    given.filter(([where]) => where === place).map(([, name, example]) => [name, String(example)] as const);
  const query = new URLSearchParams(Object.fromEntries(of('query')));
  return {
    path: `${examplePath(documented)}${query.size > 0 ? `?${query.toString()}` : ''}`,
    headers: Object.fromEntries(of('header')),
  };
}

/** The example of a request's body with its media type; undefined if the operation has no body. */
export function exampleBody({ path, operation }: DocumentedOperation): { type: string; body: unknown } | undefined {
  const { requestBody } = operation;
  if (!requestBody || !('content' in requestBody)) return undefined;
  const [[type, { example }] = ['', {}] as const] = Object.entries(requestBody.content);
  if (example === undefined) throw new Error(`${path} has no example of its body`);
  return { type, body: example };
}

const ajv = addFormats.default(new Ajv({ strict: false, allErrors: true, validateFormats: true }));
ajv.addSchema(document, 'document');

const escape = (part: string): string => encodeURIComponent(part.replaceAll('~', '~0').replaceAll('/', '~1'));

/** The response that describes a status: its own, or `default`. */
function describedAs({ operation }: DocumentedOperation, status: number): string {
  return operation.responses[status] ? String(status) : 'default';
}

/** The media type of an answer in the document; undefined if it has no body. */
export function mediaTypeOf(documented: DocumentedOperation, status: number): string | undefined {
  const response = documented.operation.responses[describedAs(documented, status)];
  return response && 'content' in response && response.content ? Object.keys(response.content)[0] : undefined;
}

/** The check of an answer's body against the document; undefined if it has no body. */
export function checkOf(documented: DocumentedOperation, status: number): ValidateFunction | undefined {
  const type = mediaTypeOf(documented, status);
  if (type === undefined) return undefined;
  const { path, method } = documented;
  const response = describedAs(documented, status);
  const pointer = ['paths', path, method, 'responses', response, 'content', type, 'schema'].map(escape).join('/');
  return ajv.getSchema(`document#/${pointer}`);
}

/** The check of a refusal's body, for any operation. */
export function refusalCheck(surface: 'scim' | 'rest'): ValidateFunction {
  const check = ajv.getSchema(`document#/components/schemas/${surface === 'scim' ? 'ScimError' : 'RestError'}`);
  if (!check) throw new Error('The document has no form of refusals');
  return check;
}
