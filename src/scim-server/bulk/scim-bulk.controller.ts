import { Body, Controller, Header, HttpCode, Post } from '@nestjs/common';
import { ApiOperation, ApiProduces, ApiTags } from '@nestjs/swagger';
import type { BulkResponse } from '../../scim/index.js';
import { OwnerOnly } from '../../platform/http/access.decorators.js';
import { ScimBulk } from './scim-bulk.js';
import { SCIM_CONTENT_TYPE } from '../http/scim-error-form.js';
import { SCIM_BASE } from '../http/scim-url.js';

@Controller(`${SCIM_BASE}/Bulk`)
@OwnerOnly()
@ApiTags('SCIM bulk')
@ApiProduces('application/scim+json')
export class ScimBulkController {
  constructor(private readonly bulk: ScimBulk) {}

  @Post()
  @HttpCode(200)
  @Header('Content-Type', SCIM_CONTENT_TYPE)
  @ApiOperation({ summary: 'Do many operations in one request (RFC 7644 §3.7)' })
  run(@Body() body: unknown): Promise<BulkResponse> {
    return this.bulk.run(body);
  }
}
