import type { OpenAPIObject } from '@nestjs/swagger';

/** The parts of an OpenAPI document, under the names that the specification has for them. */
export type OpenApiDocument = OpenAPIObject;
export type PathItem = OpenApiDocument['paths'][string];
export type Operation = NonNullable<PathItem['get']>;
export type Responses = Operation['responses'];
export type Response = NonNullable<Responses[string]>;
export type Parameter = NonNullable<Operation['parameters']>[number];
export type RequestBody = NonNullable<Operation['requestBody']>;
export type Schemas = NonNullable<NonNullable<OpenApiDocument['components']>['schemas']>;
export type Schema = Schemas[string];

/** Methods that a path can have an operation for. */
export const METHODS = ['get', 'post', 'put', 'patch', 'delete'] as const;
export type Method = (typeof METHODS)[number];

/** A reference to a schema among the document's components. */
export function reference(name: string): { $ref: string } {
  return { $ref: `#/components/schemas/${name}` };
}
