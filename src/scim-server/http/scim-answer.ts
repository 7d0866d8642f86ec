import { Logger, StreamableFile } from '@nestjs/common';
import { Readable } from 'node:stream';
import type { ListResponse, ScimResource } from '../../scim/index.js';
import { SCIM_CONTENT_TYPE } from './scim-error-form.js';
import { StreamedValues } from './streamed-values.js';

/** Reduces a resource to the attributes that the request asks for (RFC 7644 §3.9). */
export type Show = (resource: ScimResource) => ScimResource;

const logger = new Logger('ScimAnswer');

/** Whether a body is a page of resources. */
export function isListResponse(body: ScimResource | ListResponse): body is ListResponse {
  return Array.isArray((body as Partial<ListResponse>).Resources);
}

/**
 * Makes the body of an answer. If it has values to be streamed, the body is a stream: it reads no faster than the
 * client does, and ends as soon as the client is gone. A failure after the beginning breaks the connection, so that
 * nobody takes half a list for the whole.
 */
export async function answerOf(
  body: ScimResource | ListResponse,
  show: Show,
): Promise<ScimResource | ListResponse | StreamableFile> {
  const resources = isListResponse(body) ? body.Resources : [body];
  if (resources.some((resource) => streamedAttribute(resource) !== undefined))
    return streamed(isListResponse(body) ? listText(body, show) : resourceText(body, show));

  return isListResponse(body) ? { ...body, Resources: body.Resources.map(show) } : show(body);
}

/** Waits for the first piece before the answer begins, so that a failure until then is answered like any other. */
async function streamed(pieces: AsyncGenerator<string, void>): Promise<StreamableFile> {
  const first = await pieces.next();
  const all = async function* () {
    if (!first.done) yield first.value;
    yield* pieces;
  };
  const file = new StreamableFile(Readable.from(all(), { highWaterMark: 1 }), { type: SCIM_CONTENT_TYPE });
  return file.setErrorHandler((error, response) => {
    logger.error({ err: error }, 'answer broken off');
    response.destroy?.();
  });
}

function streamedAttribute(resource: ScimResource): string | undefined {
  return Object.keys(resource).find((name) => resource[name] instanceof StreamedValues);
}

async function* listText({ Resources, ...page }: ListResponse, show: Show): AsyncGenerator<string, void> {
  let before = `${JSON.stringify(page).slice(0, -1)},"Resources":[`;
  for (const resource of Resources) {
    for await (const piece of resourceText(resource, show)) {
      yield before + piece;
      before = '';
    }
    before = ',';
  }
  yield ']}';
}

/** Writes a resource as text. The first piece includes the first values, so it fails if the database does. */
async function* resourceText(resource: ScimResource, show: Show): AsyncGenerator<string, void> {
  const name = streamedAttribute(resource);
  const { [name ?? '']: values, ...others } = resource;
  const text = JSON.stringify(show(others));
  if (name === undefined || !(values instanceof StreamedValues)) {
    yield text;
    return;
  }
  const shown = shownBatches(values, (batch) => show({ ...others, [name]: batch })[name]);
  let before = `${text.slice(0, -1)},${JSON.stringify(name)}:[`;
  let isEmpty = true;
  for await (const batch of shown) {
    yield before + batch;
    before = ',';
    isEmpty = false;
  }
  yield isEmpty ? text : ']}';
}

/** The text of each batch without brackets. A batch is parsed only if a part of each value has to be left out. */
async function* shownBatches(
  { batches }: StreamedValues,
  show: (batch: readonly unknown[]) => unknown,
): AsyncGenerator<string, void> {
  const probe: readonly unknown[] = [];
  const isWhole = show(probe) === probe;
  for await (const batch of batches()) {
    const text = isWhole ? batch : JSON.stringify(show(JSON.parse(batch) as unknown[]) ?? []);
    const values = text.trim().slice(1, -1);
    if (values !== '') yield values;
  }
}
