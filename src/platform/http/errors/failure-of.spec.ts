import { describe, expect, it } from '@jest/globals';
import { BadRequestException, NotFoundException, ServiceUnavailableException } from '@nestjs/common';
import { AppError, MalformedRequestError, UniquenessError } from '../../errors.js';
import { failureOf } from './failure-of.js';

const SECRET = 'select * from users';

describe(failureOf.name, () => {
  it('leaves errors for the caller as they are', () => {
    const error = new UniquenessError('Another user has this userName');
    expect(failureOf(error)).toBe(error);
  });

  it.each([
    [new NotFoundException(SECRET), 404, AppError],
    [new BadRequestException(SECRET), 400, MalformedRequestError],
    [new ServiceUnavailableException(SECRET), 503, AppError],
    [Object.assign(new Error(SECRET), { status: 415 }), 415, AppError],
    [Object.assign(new Error(SECRET), { statusCode: 400 }), 400, MalformedRequestError],
    [Object.assign(new Error(SECRET), { status: 200 }), 500, AppError],
    [Object.assign(new Error(SECRET), { status: 502 }), 500, AppError],
    [new Error(SECRET), 500, AppError],
    [SECRET, 500, AppError],
    [undefined, 500, AppError],
    [null, 500, AppError],
  ])('takes %s for %d, in words of its own', (thrown, status, kind) => {
    const error = failureOf(thrown);
    expect([error.status, error.constructor]).toEqual([status, kind]);
    expect(error.detail).not.toContain(SECRET);
    expect(error.detail).toMatch(/\w/);
  });

  it('says what a body may weigh', () => {
    const error = failureOf(Object.assign(new Error(SECRET), { type: 'entity.too.large', limit: 4711, status: 413 }));
    expect(error).toMatchObject({ status: 413, detail: expect.stringContaining('4711') });
  });

  it('says of a body that is no JSON that it is none', () => {
    const error = failureOf(Object.assign(new SyntaxError(SECRET), { type: 'entity.parse.failed', status: 400 }));
    expect(error).toBeInstanceOf(MalformedRequestError);
    expect(error).toMatchObject({ status: 400, detail: expect.stringContaining('JSON') });
  });
});
