import { describe, expect, it } from '@jest/globals';
import { InvalidFilterError, MutabilityError } from '../../scim/index.js';
import {
  AppError,
  ForbiddenError,
  MalformedRequestError,
  NotFoundError,
  PreconditionFailedError,
  SensitiveError,
  TooManyRequestsError,
  UniquenessError,
} from '../../platform/errors.js';
import { ValidationFailedError } from '../../platform/http/errors/rest-error.js';
import { scimErrorForm, toScimError } from './scim-error-form.js';

const ERROR = 'urn:ietf:params:scim:api:messages:2.0:Error';

describe('scimErrorForm', () => {
  it.each([
    [new MalformedRequestError('It is no JSON'), '400', 'invalidSyntax'],
    [new ValidationFailedError({ filter: ['filter must not contain NUL'] }), '400', 'invalidValue'],
    [new UniquenessError('The name is taken'), '409', 'uniqueness'],
    [new SensitiveError('No tokens in URLs'), '403', 'sensitive'],
  ])('has a word of SCIM for %s', (failure, status, scimType) => {
    const { detail } = failure;
    expect(scimErrorForm.tell(failure, 'id')).toEqual({
      body: { schemas: [ERROR], status, scimType, detail },
      kind: scimType,
    });
  });

  it.each([
    new NotFoundError('There is no such user'),
    new ForbiddenError('The Owner stays'),
    new PreconditionFailedError('It is at version 2 now'),
    new TooManyRequestsError(7),
    new AppError(405, 'PUT is not possible here'),
  ])('has none for %s', (failure) => {
    const { status, detail } = failure;
    expect(scimErrorForm.tell(failure, 'id')).toEqual({
      body: { schemas: [ERROR], status: String(status), detail },
      kind: undefined,
    });
  });

  it('recognizes the errors of the protocol kit, and no other', () => {
    const error = new InvalidFilterError('The filter ends too early');
    expect(scimErrorForm.recognize(error)).toBe(error);
    expect(scimErrorForm.tell(error, 'id')).toEqual({ body: error.toBody(), kind: 'invalidFilter' });
    expect(scimErrorForm.recognize(new NotFoundError('There is no such user'))).toBeUndefined();
    expect(scimErrorForm.recognize(new Error('The inside'))).toBeUndefined();
  });
});

describe(toScimError.name, () => {
  it('leaves the errors of the protocol kit as they are', () => {
    const error = new MutabilityError('It cannot be changed');
    expect(toScimError(error)).toBe(error);
  });

  it('says nothing of the inside', () => {
    const error = toScimError(new Error('select * from users'));
    expect(error.status).toBe(500);
    expect(error.detail).not.toContain('users');
  });
});
