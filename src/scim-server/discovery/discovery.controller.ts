import { Controller, Get, Header, Param, Query } from '@nestjs/common';
import { ApiOperation, ApiProduces, ApiTags } from '@nestjs/swagger';
import {
  groupResourceType,
  listResponse,
  type ListResponse,
  resourceTypeDocument,
  schemaDocuments,
  type ScimResource,
  serviceProviderConfig,
  Urn,
  userResourceType,
} from '../../scim/index.js';
import { Environment } from '../../platform/environment.js';
import { ForbiddenError, NotFoundError } from '../../platform/errors.js';
import { Public } from '../../platform/http/access.decorators.js';
import { ExamplePath } from '../../platform/http/openapi/example.decorators.js';
import { scimBaseUrl } from '../http/scim-call.js';
import { capabilitiesOf } from './scim-capabilities.js';
import { SCIM_CONTENT_TYPE } from '../http/scim-error-form.js';
import { SCIM_BASE } from '../http/scim-url.js';
import { ScimOperation } from '../openapi/scim-operation.decorator.js';
import { answer } from '../openapi/scim-shapes.js';

const RESOURCE_TYPES = [userResourceType, groupResourceType];

const DOCUMENT = { gives: { 200: answer('The document.', 'ScimDocument') } };
const NAMED_DOCUMENT = { ...DOCUMENT, errors: [404] };
const DOCUMENTS = { gives: { 200: answer('The documents.', 'ListResponse') }, errors: [403] };

/** Describes what this server can do and how its resources look (RFC 7644 §4): open to everybody, never filtered. */
@Controller(SCIM_BASE)
@Public()
@ApiTags('SCIM discovery')
@ApiProduces('application/scim+json')
export class DiscoveryController {
  constructor(private readonly environment: Environment) {}

  @Get('ServiceProviderConfig')
  @Header('Content-Type', SCIM_CONTENT_TYPE)
  @ScimOperation(DOCUMENT)
  @ApiOperation({ summary: 'What the server supports (RFC 7643 §5)' })
  serviceProviderConfig(@Query('filter') filter?: string): ScimResource {
    refuseFilter(filter);
    return serviceProviderConfig(scimBaseUrl(), capabilitiesOf(this.environment));
  }

  @Get('ResourceTypes')
  @Header('Content-Type', SCIM_CONTENT_TYPE)
  @ScimOperation(DOCUMENTS)
  @ApiOperation({ summary: 'The types of resource (RFC 7643 §6)' })
  resourceTypes(@Query('filter') filter?: string): ListResponse {
    refuseFilter(filter);
    return everything(RESOURCE_TYPES.map((type) => resourceTypeDocument(scimBaseUrl(), type)));
  }

  @Get('ResourceTypes/:id')
  @Header('Content-Type', SCIM_CONTENT_TYPE)
  @ScimOperation(NAMED_DOCUMENT)
  @ExamplePath({ id: userResourceType.name })
  @ApiOperation({ summary: 'One type of resource' })
  resourceType(@Param('id') id: string): ScimResource {
    return named(
      id,
      RESOURCE_TYPES.map((type) => resourceTypeDocument(scimBaseUrl(), type)),
    );
  }

  @Get('Schemas')
  @Header('Content-Type', SCIM_CONTENT_TYPE)
  @ScimOperation(DOCUMENTS)
  @ApiOperation({ summary: 'The schemas of all resources (RFC 7643 §7)' })
  schemas(@Query('filter') filter?: string): ListResponse {
    refuseFilter(filter);
    return everything(schemaDocuments(scimBaseUrl(), RESOURCE_TYPES));
  }

  @Get('Schemas/:urn')
  @Header('Content-Type', SCIM_CONTENT_TYPE)
  @ScimOperation(NAMED_DOCUMENT)
  @ExamplePath({ urn: Urn.group })
  @ApiOperation({ summary: 'One schema' })
  schema(@Param('urn') urn: string): ScimResource {
    return named(urn, schemaDocuments(scimBaseUrl(), RESOURCE_TYPES));
  }
}

function refuseFilter(filter: string | undefined): void {
  if (filter !== undefined) throw new ForbiddenError('Discovery documents cannot be filtered (RFC 7644 §4)');
}

function everything(documents: ScimResource[]): ListResponse {
  return listResponse(documents, { totalResults: documents.length, startIndex: 1 });
}

function named(id: string, documents: readonly ScimResource[]): ScimResource {
  const document = documents.find((candidate) => String(candidate.id).toLowerCase() === id.toLowerCase());
  if (!document) throw new NotFoundError(`There is no ${id} here`);
  return document;
}
