import { describe, expect, it } from '@jest/globals';
import type { ArgumentMetadata } from '@nestjs/common';
import { IsString } from 'class-validator';
import { AppError } from '../errors.js';
import { FitsIndex, IfGiven, IsId, IsIds, NullClears } from './dto.decorators.js';
import { ValidationFailedError } from './errors/rest-error.js';
import { InputPipe } from './input.pipe.js';

class Sample {
  @IfGiven()
  @IsString()
  @FitsIndex()
  title?: string;

  @IfGiven()
  @IsId()
  parent?: number;

  @NullClears()
  @IsString()
  note?: string | null;

  @IfGiven()
  @IsIds()
  ids?: number[];
}

const pipe = new InputPipe();
const body: ArgumentMetadata = { type: 'body', metatype: Sample };
const id: ArgumentMetadata = { type: 'param', metatype: Number, data: 'id' };

async function faultsOf(value: unknown, metadata = body): Promise<Record<string, readonly string[]> | number> {
  const error: unknown = await pipe.transform(value, metadata).then(
    () => undefined,
    (reason: unknown) => reason,
  );
  if (error instanceof ValidationFailedError) return error.validationErrors;
  return error instanceof AppError ? error.status : 0;
}

describe(InputPipe.name, () => {
  it.each([{}, { title: 'x', parent: 1, note: null }, { note: 'x', parent: 2_147_483_647 }])(
    'lets %j pass',
    async (value) => {
      expect(await pipe.transform(value, body)).toEqual(value);
    },
  );

  it.each([
    [{ title: 'a\0b' }, 'title'],
    [{ title: '漢'.repeat(700) }, 'title'],
    [{ note: '\ud800' }, 'note'],
    [{ note: ['a', { b: '\0' }] }, 'note'],
    [{ note: Array.from({ length: 100_001 }, () => 0) }, 'note'],
    [{ parent: 0 }, 'parent'],
    [{ parent: 2_147_483_648 }, 'parent'],
  ])('names the field at fault in %j', async (value, field) => {
    expect(await faultsOf(value)).toEqual({ [field]: expect.arrayContaining([expect.stringContaining(field)]) });
  });

  it('takes null for no such field, unless the field has a meaning for it', async () => {
    expect(await pipe.transform({ title: null, parent: null, ids: null, note: null }, body)).toEqual({ note: null });
  });

  it.each([[undefined], [null], [[]], ['text'], [[{ title: 'x' }]]])(
    'refuses %j in the place of a body',
    async (value) => {
      expect(await faultsOf(value)).toHaveProperty('non_field_errors');
    },
  );

  it('refuses a list of too many ids by its length alone', async () => {
    const messages = await faultsOf({ ids: `${'1,'.repeat(100_000)}nothing,more` });
    expect(messages).toEqual({ ids: expect.arrayContaining([expect.stringContaining('100000')]) });
    expect(await faultsOf({ ids: `${'1,'.repeat(150_000)}nothing` })).toEqual({
      ids: [expect.stringContaining('100000')],
    });
  });

  it('refuses nesting that would exhaust the stack', async () => {
    const deep: unknown = JSON.parse(`${'['.repeat(20_000)}${']'.repeat(20_000)}`);
    expect(await faultsOf({ note: deep })).toEqual({ note: ['note is nested too deeply'] });
  });

  it('checks a single parameter of a query under its name', async () => {
    const email: ArgumentMetadata = { type: 'query', metatype: String, data: 'email' };
    expect(await faultsOf('\0', email)).toHaveProperty('email');
    expect(await pipe.transform('ana@acme.test', email)).toBe('ana@acme.test');
  });

  it('leaves bodies without a DTO to those who read them', async () => {
    expect(await pipe.transform({ text: '\0' }, { type: 'body', metatype: Object })).toEqual({ text: '\0' });
  });

  it.each(['0', '7', '2147483647'])('takes %s for an id', async (text) => {
    expect(await pipe.transform(text, id)).toBe(Number(text));
  });

  it.each(['', ' ', '-1', '1.5', '1e3', '0x1', 'abc', '2147483648', '9'.repeat(400)])(
    'answers 404 where "%s" stands for an id',
    async (text) => {
      expect(await faultsOf(text, id)).toBe(404);
    },
  );
});
