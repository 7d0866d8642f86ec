import { afterEach, describe, expect, it } from '@jest/globals';
import { Body, Controller, Delete, Get, type INestApplication, Param, Post, type Type } from '@nestjs/common';
import { Test } from '@nestjs/testing';
import { missingExamples } from '../../test/support/missing-examples.js';
import { Example, ExamplePath } from '../platform/http/openapi/example.decorators.js';
import { NOBODY } from '../platform/http/openapi/example-names.js';
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

class Title {
  title = '';
}

@Controller('api/things')
@ExamplePath({ id: 7 })
class ThingsController {
  @Get(':id')
  get(@Param('id') _id: number): void {}

  @Get(':id/parts/:part')
  @ExamplePath({ id: 8, part: 9 })
  part(@Param('id') _id: number, @Param('part') _part: number): void {}

  @Post(':id')
  @Example({ title: 'CT' })
  rename(@Param('id') _id: number, @Body() _body: Title): void {}
}

@Controller('api/forgotten')
class ForgottenController {
  @Get(':id/parts/:part')
  @ExamplePath({ id: 7 })
  part(@Param('id') _id: number, @Param('part') _part: number): void {}

  @Post()
  create(@Body() _body: Title): void {}
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

  it('has for a route of REST what its decorators say, and nobody where something changes', async () => {
    const { paths } = await documentOf(ThingsController);
    const { get, post } = paths['/api/things/{id}'] ?? {};
    expect(get?.parameters).toMatchObject([{ name: 'id', example: 7 }]);
    expect(paths['/api/things/{id}/parts/{part}']?.get?.parameters).toMatchObject([{ example: 8 }, { example: 9 }]);
    expect(post?.parameters).toMatchObject([{ name: 'id', example: NOBODY }]);
    expect(post?.requestBody).toMatchObject({ content: { 'application/json': { example: { title: 'CT' } } } });
  });

  it('shows where an example was forgotten, which the test of the whole document looks for', async () => {
    const missing = missingExamples(await documentOf(ForgottenController));
    expect(missing).toEqual(['get /api/forgotten/{id}/parts/{part}: part', 'post /api/forgotten: body']);
    expect(missingExamples(await documentOf(ThingsController))).toEqual([]);
  });

  it.each([DescribedController, ThingsController])('keeps no marks of the decorators: %p', async (controller) => {
    const { paths } = await documentOf(controller);
    const operations = Object.values(paths).flatMap((item) => Object.values(item) as object[]);
    const marks = operations.flatMap((operation) => Object.keys(operation).filter((key) => key.startsWith('x-')));
    expect({ marks, count: operations.length }).toEqual({ marks: [], count: 3 });
  });
});
