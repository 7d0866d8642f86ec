import { afterEach, describe, expect, it } from '@jest/globals';
import { Controller, Delete, Get, type INestApplication, Param, Post, type Type } from '@nestjs/common';
import { Test } from '@nestjs/testing';
import { ExamplePath } from '../platform/http/openapi/example.decorators.js';
import { ScimOperation } from '../scim-server/openapi/scim-operation.decorator.js';
import { DELETION, reading, replacement } from '../scim-server/openapi/scim-shapes.js';
import { openApiDocument } from './document.js';

@Controller('scim/v2/Undescribed')
class UndescribedController {
  @Get(':id')
  get(): void {}
}

@Controller('scim/v2/Described')
@ExamplePath({ id: 'ana@acme.test' })
class DescribedController {
  @Get(':id')
  @ScimOperation(reading('User'))
  get(@Param('id') _id: string): void {}

  @Post(':id')
  @ScimOperation(replacement('User'), { userName: 'ana@acme.test' })
  replace(@Param('id') _id: string): void {}

  @Delete(':id')
  @ScimOperation(DELETION)
  delete(@Param('id') _id: string): void {}
}

describe('The OpenAPI document', () => {
  let app: INestApplication | undefined;
  afterEach(() => app?.close());

  const documentOf = async (controller: Type) => {
    const module = await Test.createTestingModule({ controllers: [controller] }).compile();
    app = module.createNestApplication();
    return openApiDocument(app);
  };

  it('cannot be made while a route of SCIM is not described', async () => {
    await expect(documentOf(UndescribedController)).rejects.toThrow(
      'get /scim/v2/Undescribed/{id} is not described: its route needs @ScimOperation',
    );
  });

  it('has for a route of SCIM what its decorators say, and a deletion of nobody', async () => {
    const { paths } = await documentOf(DescribedController);
    const { get, post, delete: deletion } = paths['/scim/v2/Described/{id}'] ?? {};
    expect(get?.parameters?.[0]).toMatchObject({ name: 'id', in: 'path', example: 'ana@acme.test' });
    expect(post?.requestBody).toEqual({
      required: true,
      content: {
        'application/scim+json': {
          schema: { $ref: '#/components/schemas/User' },
          example: { userName: 'ana@acme.test' },
        },
      },
    });
    expect(deletion?.parameters?.[0]).toMatchObject({ example: '01987a5e-0000-7000-8000-000000000000' });
  });

  it('keeps no marks of the decorators', async () => {
    const { paths } = await documentOf(DescribedController);
    const operations = Object.values(paths).flatMap((item) => Object.values(item) as object[]);
    const marks = operations.flatMap((operation) => Object.keys(operation).filter((key) => key.startsWith('x-')));
    expect({ marks, count: operations.length }).toEqual({ marks: [], count: 3 });
  });
});
