import { Logger, StreamableFile } from '@nestjs/common';
import { Readable } from 'node:stream';
import type { ListResponse, ScimResource } from '../../scim/index.js';
import { SCIM_CONTENT_TYPE } from './scim-error-form.js';
import { StreamedValues } from './streamed-values.js';

/** What an answer shows of a resource: the attributes that were asked for (RFC 7644 §3.9). */
export type Show = (resource: ScimResource) => ScimResource;

const logger = new Logger('ScimAnswer');

/** Whether a body is a page of resources. */
export function isListResponse(body: ScimResource | ListResponse): body is ListResponse {
  return Array.isArray((body as Partial<ListResponse>).Resources);
}

/**
 * The body of an answer. With values to be streamed it is a stream, too, that reads no faster than the client takes it,
 * and ends as soon as the client is gone; a failure after the beginning breaks the connection, so that nobody takes half
 * a list for the whole.
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

/** What fails before there is a first piece is answered as any failure. */
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

/** The first piece has the first values in it, so that it takes the database to make it. */
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

/** The texts of the batches without brackets; they are looked into only if a part of each value is to be left out. */
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
