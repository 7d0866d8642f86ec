import { StreamableFile } from '@nestjs/common';
import { Readable } from 'node:stream';
import { csvLine, type CsvValue } from './csv-line.js';

/** The contents of a file, and its name. */
export interface CsvContent<Row> {
  /** Without the ending; letters, digits and hyphens. */
  readonly name: string;
  readonly header: readonly string[];
  readonly batches: AsyncIterator<readonly Row[]>;
  /** The fields of a row, in the order of the header. */
  readonly fieldsOf: (row: Row) => readonly CsvValue[];
}

/**
 * A file to download, written while it is read. The first batch is read before the answer begins: a failure until then
 * is answered like any other, a later one breaks the connection.
 */
export async function csvFile<Row>({ name, header, batches, fieldsOf }: CsvContent<Row>): Promise<StreamableFile> {
  const first = await batches.next();
  async function* text(): AsyncGenerator<string> {
    yield csvLine(header);
    for (let batch = first; !batch.done; batch = await batches.next())
      yield batch.value.map((row) => csvLine(fieldsOf(row))).join('');
  }
  return new StreamableFile(Readable.from(text(), { objectMode: false }), {
    type: 'text/csv; charset=utf-8',
    disposition: `attachment; filename="${name}.csv"`,
  });
}
