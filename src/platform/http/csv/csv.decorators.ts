import { applyDecorators } from '@nestjs/common';
import { ApiOkResponse } from '@nestjs/swagger';

/** Documents an answer that is a CSV file; `columns` are its header. */
export const ApiCsvResponse = (columns: readonly string[]) =>
  applyDecorators(
    ApiOkResponse({
      description: `A file whose first line is \`${columns.join(',')}\`; at most 100,000 more follow.`,
      content: { 'text/csv': { schema: { type: 'string', example: `${columns.join(',')}\r\n` } } },
      headers: { 'Content-Disposition': { description: 'The name of the file.', schema: { type: 'string' } } },
    }),
  );
