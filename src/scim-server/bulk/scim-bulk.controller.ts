import { Body, Controller, Header, HttpCode, Post } from '@nestjs/common';
import { ApiOperation, ApiProduces, ApiTags } from '@nestjs/swagger';
import type { BulkResponse } from '../../scim/index.js';
import { OwnerOnly } from '../../platform/http/access.decorators.js';
import { BULK_REQUEST } from './bulk.examples.js';
import { ScimBulk } from './scim-bulk.js';
import { SCIM_CONTENT_TYPE } from '../http/scim-error-form.js';
import { SCIM_BASE } from '../http/scim-url.js';
import { ScimOperation } from '../openapi/scim-operation.decorator.js';
import { answer } from '../openapi/scim-shapes.js';

const BULK = {
  takes: 'BulkRequest',
  gives: { 200: answer('What came of each operation.', 'BulkResponse') },
  errors: [400],
};

@Controller(`${SCIM_BASE}/Bulk`)
@OwnerOnly()
@ApiTags('SCIM bulk')
@ApiProduces('application/scim+json')
export class ScimBulkController {
  constructor(private readonly bulk: ScimBulk) {}

  @Post()
  @HttpCode(200)
  @Header('Content-Type', SCIM_CONTENT_TYPE)
  @ScimOperation(BULK, BULK_REQUEST)
  @ApiOperation({ summary: 'Do many operations in one request (RFC 7644 §3.7)' })
  run(@Body() body: unknown): Promise<BulkResponse> {
    return this.bulk.run(body);
  }
}
