import type { INestApplication } from '@nestjs/common';
import { DocumentBuilder, SwaggerModule } from '@nestjs/swagger';
import { SCIM_BASE } from '../scim-server/http/scim-url.js';
import { RELEASE } from '../platform/release.js';
import { groupResourceType, userResourceType } from '../scim/index.js';
import {
  type Method,
  METHODS,
  type OpenApiDocument,
  type Operation,
  type PathItem,
} from '../platform/http/openapi/open-api.js';
import { restErrorSchema } from './error-responses.js';
import { INTRODUCTION } from './introduction.js';
import { withNullableReferences } from './nullable-references.js';
import { withNullsWhereOptional } from './optional-nulls.js';
import { describeRestOperation } from './rest-operations.js';
import { scimMessageSchemas } from './scim-message-schemas.js';
import { describeScimOperation } from './scim-operations.js';
import { resourceSchemas } from './scim-resource-schema.js';
import { TAGS } from './tags.js';

const BEARER = 'A token. SCIM takes those of the Owner only; REST also reads it after the word Token.';

function settings() {
  const builder = new DocumentBuilder()
    .setTitle('Rolecall')
    .setDescription(INTRODUCTION)
    .setVersion(RELEASE)
    .addBearerAuth({ type: 'http', scheme: 'bearer', description: BEARER }, 'bearer');
  for (const [name, description] of TAGS) builder.addTag(name, description);
  return builder.build();
}

function describe(operation: Operation, method: Method, path: string): Operation {
  return path.startsWith(SCIM_BASE)
    ? describeScimOperation(operation, method, path)
    : describeRestOperation(operation, method, path);
}

function describeAll(item: PathItem, path: string): PathItem {
  const operations = METHODS.flatMap((method) => {
    const operation = item[method];
    return operation ? [[method, describe(operation, method, path)] as const] : [];
  });
  return { ...item, ...Object.fromEntries(operations) };
}

/** The OpenAPI document of everything that an application serves, SCIM included. */
export function openApiDocument(app: INestApplication): OpenApiDocument {
  const document = SwaggerModule.createDocument(app, settings());
  const paths = Object.entries(document.paths).map(([path, item]) => [path, describeAll(item, path)] as const);
  return {
    ...document,
    paths: Object.fromEntries(paths),
    components: {
      ...document.components,
      schemas: {
        ...withNullableReferences(withNullsWhereOptional(document, document.components?.schemas ?? {})),
        ...resourceSchemas(userResourceType),
        ...resourceSchemas(groupResourceType),
        ...scimMessageSchemas,
        RestError: restErrorSchema,
      },
    },
  };
}
