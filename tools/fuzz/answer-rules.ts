import { checkOf, type DocumentedOperation, refusalCheck, mediaTypeOf } from '../harness/open-api.js';
import type { Answer, Call } from './call.js';

/** Refusals that a `default` response covers: those of HTTP itself, possible for every operation. */
const HTTP_REFUSALS = [400, 405, 413, 415, 417, 431];

/** Actors without a valid token. */
const DEAD = ['expired', 'revoked', 'deactivated', 'stranger', 'nobody'];

/** Traces of the inside that no answer may have. */
const INSIDE = /node_modules|\.[cm]?[jt]s:\d+|PostgresError|DriverException|\bat \w+ \(/;

/** Whether a 304 is right: `If-None-Match: *` asks for nothing if the resource exists (RFC 9110 §13.1.2). */
function asksForNothing({ headers }: Call, { status, text }: Answer): boolean {
  return status === 304 && headers['if-none-match'] === '*' && text === '';
}

function isDocumented({ operation }: DocumentedOperation, status: number): boolean {
  if (operation.responses[status]) return true;
  return operation.responses.default !== undefined && HTTP_REFUSALS.includes(status);
}

/** Reads the body by its media type: text is text, and everything else here is JSON. */
function bodyOf({ text, headers }: Answer): { readonly json?: unknown; readonly fault?: string } {
  if (text === '') return {};
  if (headers['content-type']?.startsWith('text/')) return { json: text };
  try {
    return { json: JSON.parse(text) };
  } catch {
    return { fault: 'the body is no JSON' };
  }
}

const isScim = (path: string) => /^\/+scim(?:[/?]|$)/i.test(path);

function typeFault(expected: string, { headers }: Answer): string[] {
  const type = headers['content-type'] ?? 'none';
  return type.split(';')[0] === expected ? [] : [`the media type is ${type}, not ${expected}`];
}

/** Checks the form of an answer to an operation of the document. */
function faultsOfDocumented(documented: DocumentedOperation, call: Call, answer: Answer, json: unknown): string[] {
  const { status } = answer;
  if (asksForNothing(call, answer)) return [];
  if (!isDocumented(documented, status)) return [`the status ${status} is not documented`];
  const check = checkOf(documented, status);
  if (!check) return answer.text === '' ? [] : [`there is a body with ${status}, which has none`];
  const isRight = check(json);
  return [
    ...(isRight ? [] : [`the body of ${status} is not of its schema: ${JSON.stringify(check.errors).slice(0, 500)}`]),
    ...typeFault(mediaTypeOf(documented, status) ?? '', answer),
  ];
}

/** Checks the form of an answer where the document has no operation: it must be a refusal of the surface. */
function faultsOfOther({ method, path }: Call, answer: Answer, json: unknown): string[] {
  if (answer.status < 400 || method === 'HEAD') return [];
  const check = refusalCheck(isScim(path) ? 'scim' : 'rest');
  const isRight = check(json);
  return [
    ...(isRight ? [] : [`the refusal is not of its schema: ${JSON.stringify(check.errors).slice(0, 500)}`]),
    ...typeFault(isScim(path) ? 'application/scim+json' : 'application/json', answer),
  ];
}

function faultsOfAccess({ actor, path, operation }: Call, { status }: Answer): string[] {
  if (operation?.operation.security === undefined || status >= 300) return [];
  if (DEAD.includes(actor)) return [`a token that is ${actor} opens this`];
  return isScim(path) && actor !== 'owner' ? [`SCIM is open to the ${actor}`] : [];
}

/** Logs, which repeat what people have sent. */
const LOGS = /^\/+api\/(?:scim\/(?:requests|status)|activity-logs)/i;

/**
 * Finds names of another organization. Names contain their organization, and an answer may repeat a foreign one only to
 * the caller who sent it.
 */
function faultsOfSecrecy({ actor, path, body }: Call, { text }: Answer): string[] {
  const other = actor === 'owner' ? /(?:bravo|charly)-only/ : /alfa-only/;
  const sent = `${decoded(path)} ${body?.toString('utf8') ?? ''}`;
  const leaks =
    other.test(text) && !other.test(sent) && !LOGS.test(path)
      ? ['something of another organization is in the answer']
      : [];
  return INSIDE.test(text) && !INSIDE.test(sent) ? [...leaks, 'something of the inside is in the answer'] : leaks;
}

function decoded(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}

/** Describes what is wrong with an answer; empty if all is well. */
export function faultsOf(call: Call, answer: Answer): string[] {
  const { status, headers } = answer;
  const { json, fault } = bodyOf(answer);
  if (status >= 500) return [`the status is ${status}`];
  if (fault !== undefined) return [fault];
  return [
    ...(headers['x-request-id'] ? [] : ['there is no X-Request-Id']),
    ...(call.operation ? faultsOfDocumented(call.operation, call, answer, json) : faultsOfOther(call, answer, json)),
    ...faultsOfAccess(call, answer),
    ...faultsOfSecrecy(call, answer),
  ];
}
