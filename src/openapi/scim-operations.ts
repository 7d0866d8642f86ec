import { type Examples, examplesOf } from '../platform/http/openapi/example.decorators.js';
import { type Method, type Operation, type Parameter, reference } from '../platform/http/openapi/open-api.js';
import { SCIM_CONTENT_TYPE } from '../scim-server/http/scim-error-form.js';
import { type ScimShape, shapeOf } from '../scim-server/openapi/scim-operation.decorator.js';
import { errorResponses, httpRefusal } from './error-responses.js';

/** An id that no resource has, so that the example of a deletion deletes nothing. */
const NOBODY = '01987a5e-0000-7000-8000-000000000000';

function pathParameters({ parameters = [] }: Operation, method: Method, { path }: Examples): Parameter[] {
  return parameters.flatMap((parameter) =>
    'in' in parameter && parameter.in === 'path'
      ? [{ ...parameter, example: method === 'delete' ? NOBODY : path[parameter.name] }]
      : [],
  );
}

function bodyOf({ takes }: ScimShape, { body }: Examples): Pick<Operation, 'requestBody'> {
  if (takes === undefined) return {};
  const content = { [SCIM_CONTENT_TYPE]: { schema: reference(takes), example: body } };
  return { requestBody: { required: true, content } };
}

/**
 * An operation of SCIM with what its route's decorators say of it.
 * @throws Error for a route that has no `@ScimOperation`
 */
export function describeScimOperation(operation: Operation, method: Method, path: string): Operation {
  const { shape, rest } = shapeOf(operation);
  if (!shape) throw new Error(`${method} ${path} is not described: its route needs @ScimOperation`);
  const {
    examples,
    rest: { requestBody: _, ...described },
  } = examplesOf(rest);
  const isGuarded = operation.security !== undefined;
  return {
    ...described,
    parameters: [...pathParameters(operation, method, examples), ...(shape.parameters ?? [])],
    ...bodyOf(shape, examples),
    responses: {
      ...shape.gives,
      ...errorResponses(
        'scim',
        ...(shape.errors ?? []),
        ...(isGuarded ? [401, 403, 429] : []),
        ...(shape.takes === undefined ? [] : [413, 415]),
        503,
      ),
      ...httpRefusal('scim'),
    },
  };
}
