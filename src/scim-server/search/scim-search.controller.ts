import { Body, Controller, Header, HttpCode, Param, Post } from '@nestjs/common';
import { ApiOperation, ApiProduces, ApiTags } from '@nestjs/swagger';
import { OwnerOnly } from '../../platform/http/access.decorators.js';
import { ExamplePath } from '../../platform/http/openapi/example.decorators.js';
import { SCIM_CONTENT_TYPE } from '../http/scim-error-form.js';
import { SEARCH_OF_EVERYTHING, SEARCH_OF_ONE_TYPE } from './search.examples.js';
import { ScimSearch, type SearchAnswer } from './scim-search.js';
import { SCIM_BASE } from '../http/scim-url.js';
import { ScimOperation } from '../openapi/scim-operation.decorator.js';
import { SEARCH } from '../openapi/scim-shapes.js';

@Controller(SCIM_BASE)
@OwnerOnly()
@ApiTags('SCIM search')
@ApiProduces('application/scim+json')
export class ScimSearchController {
  constructor(private readonly search: ScimSearch) {}

  @Post('.search')
  @HttpCode(200)
  @Header('Content-Type', SCIM_CONTENT_TYPE)
  @ScimOperation(SEARCH, SEARCH_OF_EVERYTHING)
  @ApiOperation({ summary: 'Search users and groups at once (RFC 7644 §3.4.3)' })
  all(@Body() body: unknown): Promise<SearchAnswer> {
    return this.search.all(body);
  }

  @Post(':endpoint/.search')
  @HttpCode(200)
  @Header('Content-Type', SCIM_CONTENT_TYPE)
  @ScimOperation({ ...SEARCH, errors: [400, 404] }, SEARCH_OF_ONE_TYPE)
  @ExamplePath({ endpoint: 'Users' })
  @ApiOperation({ summary: 'Search one type of resource, with the parameters in the body (RFC 7644 §3.4.3)' })
  one(@Param('endpoint') endpoint: string, @Body() body: unknown): Promise<SearchAnswer> {
    return this.search.one(endpoint, body);
  }
}
