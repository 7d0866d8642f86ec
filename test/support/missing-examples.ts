import { METHODS, type OpenApiDocument, type Operation } from '../../src/platform/http/openapi/open-api.js';

/** What an operation takes without an example: the names of parameters in its path, and its body. */
function missingIn({ parameters = [], requestBody }: Operation): string[] {
  const identifiers = parameters.flatMap((parameter) =>
    'in' in parameter && parameter.in === 'path' && parameter.example === undefined ? [parameter.name] : [],
  );
  const media = requestBody && 'content' in requestBody ? Object.values(requestBody.content) : [];
  return [...identifiers, ...(media.some(({ example }) => example === undefined) ? ['body'] : [])];
}

/** Everything that operations of a document take and have no example of, each with the operation's name. */
export function missingExamples({ paths }: Pick<OpenApiDocument, 'paths'>): string[] {
  return Object.entries(paths).flatMap(([path, item]) =>
    METHODS.flatMap((method) => {
      const operation = item[method];
      return operation ? missingIn(operation).map((missing) => `${method} ${path}: ${missing}`) : [];
    }),
  );
}
