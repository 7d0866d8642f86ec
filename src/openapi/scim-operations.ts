import { SCIM_BASE } from '../scim-server/http/scim-url.js';
import { errorResponses, httpRefusal } from './error-responses.js';
import {
  type Method,
  type Operation,
  type Parameter,
  reference,
  type Response,
  type Responses,
} from '../platform/http/openapi/open-api.js';
import { FORMER_VERSION, scimExamples, scimPathExample } from './scim-examples.js';
import { IF_MATCH, IF_NONE_MATCH, LISTING, PROJECTION } from '../scim-server/openapi/scim-parameters.js';

const MEDIA_TYPE = 'application/scim+json';

/** What an operation takes and gives. Statuses of `errors` come in the form of RFC 7644 §3.12. */
interface Shape {
  readonly takes?: string;
  readonly gives: Responses;
  readonly parameters?: readonly Parameter[];
  readonly errors?: readonly number[];
}

function body(description: string, schema: string): Response {
  return { description, content: { [MEDIA_TYPE]: { schema: reference(schema) } } };
}

const nothing = (description: string): Response => ({ description });

const DOCUMENT: Shape = { gives: { 200: body('The document.', 'ScimDocument') } };
const LIST_OF_DOCUMENTS: Shape = { gives: { 200: body('The documents.', 'ListResponse') }, errors: [403] };
const LIST: Shape = {
  gives: { 200: body('One page, with the number of all.', 'ListResponse') },
  parameters: [...LISTING, ...PROJECTION],
  errors: [400],
};
const SEARCH: Shape = { takes: 'SearchRequest', gives: LIST.gives, errors: [400] };
const DELETION: Shape = { gives: { 204: nothing('It is gone.') }, parameters: IF_MATCH, errors: [404, 412] };

function creation(resource: string): Shape {
  return {
    takes: resource,
    gives: { 201: body('The resource; `Location` says where it is.', resource) },
    parameters: PROJECTION,
    errors: [400, 409],
  };
}

function reading(resource: string): Shape {
  return {
    gives: { 200: body('The resource.', resource), 304: nothing('It still has the version that the client knows.') },
    parameters: [...PROJECTION, ...IF_NONE_MATCH],
    errors: [404],
  };
}

function replacement(resource: string): Shape {
  return {
    takes: resource,
    gives: { 200: body('The resource as it is now.', resource) },
    parameters: [...PROJECTION, ...IF_MATCH],
    errors: [400, 404, 409, 412],
  };
}

function change(resource: string): Shape {
  return { ...replacement(resource), takes: 'PatchOp' };
}

const groupChange: Shape = {
  ...change('Group'),
  gives: {
    200: body('The group, if `attributes` or `excludedAttributes` is given.', 'Group'),
    204: nothing('The group is changed, or was so already.'),
  },
};

const ownReplacement: Shape = {
  ...replacement('User'),
  parameters: [...PROJECTION, ...IF_MATCH.map((parameter) => ({ ...parameter, example: FORMER_VERSION }))],
};

const SHAPES: Readonly<Record<string, Shape>> = {
  'get /ServiceProviderConfig': DOCUMENT,
  'get /ResourceTypes': LIST_OF_DOCUMENTS,
  'get /ResourceTypes/{id}': { ...DOCUMENT, errors: [404] },
  'get /Schemas': LIST_OF_DOCUMENTS,
  'get /Schemas/{urn}': { ...DOCUMENT, errors: [404] },
  'get /Users': LIST,
  'post /Users': creation('User'),
  'get /Users/{id}': reading('User'),
  'put /Users/{id}': replacement('User'),
  'patch /Users/{id}': change('User'),
  'delete /Users/{id}': DELETION,
  'get /Groups': LIST,
  'post /Groups': creation('Group'),
  'get /Groups/{id}': reading('Group'),
  'put /Groups/{id}': replacement('Group'),
  'patch /Groups/{id}': groupChange,
  'delete /Groups/{id}': DELETION,
  'get /Me': reading('User'),
  'put /Me': ownReplacement,
  'patch /Me': change('User'),
  'delete /Me': { gives: {}, parameters: IF_MATCH, errors: [403, 412] },
  'post /.search': SEARCH,
  'post /{endpoint}/.search': { ...SEARCH, errors: [400, 404] },
  'post /Bulk': {
    takes: 'BulkRequest',
    gives: { 200: body('What came of each operation.', 'BulkResponse') },
    errors: [400],
  },
};

function pathParameters({ parameters = [] }: Operation, method: Method, path: string): Parameter[] {
  return parameters
    .filter((parameter) => 'in' in parameter && parameter.in === 'path')
    .map((parameter) => ({ ...parameter, example: scimPathExample(method, path) }));
}

/**
 * An operation of SCIM with its bodies, which the framework cannot know: resources have no classes.
 * @throws Error for an operation that nobody has described
 */
export function describeScimOperation(operation: Operation, method: Method, url: string): Operation {
  const path = url.slice(SCIM_BASE.length);
  const key = `${method} ${path}`;
  const shape = SHAPES[key];
  if (!shape) throw new Error(`${key} is not described`);
  const { requestBody: _, ...rest } = operation;
  const isGuarded = operation.security !== undefined;
  const content = { schema: reference(shape.takes ?? ''), example: scimExamples[key] };
  return {
    ...rest,
    parameters: [...pathParameters(operation, method, path), ...(shape.parameters ?? [])],
    ...(shape.takes === undefined ? {} : { requestBody: { required: true, content: { [MEDIA_TYPE]: content } } }),
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
