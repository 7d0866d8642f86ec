import { describe, expect, it } from '@jest/globals';
import { BadRequestException, NotFoundException, ServiceUnavailableException } from '@nestjs/common';
import { UniquenessError } from '../../../scim/index.js';
import { toScimError } from './scim-error-response.js';

const secret = 'select * from users';

describe(toScimError.name, () => {
  it('leaves errors of SCIM as they are', () => {
    const error = new UniquenessError('Another user has this userName');
    expect(toScimError(error)).toBe(error);
  });

  it.each([
    [new NotFoundException(secret), 404, undefined],
    [new BadRequestException(secret), 400, 'invalidSyntax'],
    [new ServiceUnavailableException(secret), 503, undefined],
    [Object.assign(new Error(secret), { status: 415 }), 415, undefined],
    [Object.assign(new Error(secret), { statusCode: 400 }), 400, 'invalidSyntax'],
    [Object.assign(new Error(secret), { status: 200 }), 500, undefined],
    [Object.assign(new Error(secret), { status: 502 }), 500, undefined],
    [new Error(secret), 500, undefined],
    [secret, 500, undefined],
    [undefined, 500, undefined],
    [null, 500, undefined],
  ])('takes %s for %d, in words of its own', (thrown, status, scimType) => {
    const error = toScimError(thrown);
    expect([error.status, error.scimType]).toEqual([status, scimType]);
    expect(error.detail).not.toContain(secret);
    expect(error.detail).toMatch(/\w/);
  });

  it('says what a body may weigh', () => {
    const error = toScimError(Object.assign(new Error(secret), { type: 'entity.too.large', limit: 4711, status: 413 }));
    expect(error).toMatchObject({ status: 413, detail: expect.stringContaining('4711') });
  });

  it('says of a body that is no JSON that it is none', () => {
    const error = toScimError(Object.assign(new SyntaxError(secret), { type: 'entity.parse.failed', status: 400 }));
    expect(error).toMatchObject({ status: 400, scimType: 'invalidSyntax', detail: expect.stringContaining('JSON') });
  });
});
