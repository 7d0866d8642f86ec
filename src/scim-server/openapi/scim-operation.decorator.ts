import { applyDecorators } from '@nestjs/common';
import { ApiExtension } from '@nestjs/swagger';
import { Example } from '../../platform/http/openapi/example.decorators.js';
import type { Operation, Parameter, Responses } from '../../platform/http/openapi/open-api.js';

const SHAPE = 'x-scim-operation';

/** What a route of SCIM takes and gives; the framework cannot know, since resources have no classes. */
export interface ScimShape {
  /** Name of the body's schema among the document's components; none for a route without a body. */
  readonly takes?: string;
  readonly gives: Responses;
  readonly parameters?: readonly Parameter[];
  /** Statuses that come in the form of RFC 7644 §3.12, besides those that every route of its kind can answer. */
  readonly errors?: readonly number[];
}

/** A shape with a body. */
export type ScimShapeWithBody = ScimShape & { readonly takes: string };

/**
 * Describes a route of SCIM. Each has to have this: without it the OpenAPI document cannot be made. A route that takes a
 * body has an example of it, one that can be sent as it stands: it touches nobody but the person and the group of the
 * examples, and takes no member from a group.
 */
export function ScimOperation(shape: ScimShape & { readonly takes?: undefined }): MethodDecorator;
export function ScimOperation(shape: ScimShapeWithBody, example: object): MethodDecorator;
export function ScimOperation(shape: ScimShape, example?: object): MethodDecorator {
  return applyDecorators(ApiExtension(SHAPE, shape), ...(example ? [Example(example)] : []));
}

/** Parts an operation, as the framework describes it, from the shape that its route was given. */
export function shapeOf(operation: Operation): { shape: ScimShape | undefined; rest: Operation } {
  const { [SHAPE]: shape, ...rest }: Operation & { [SHAPE]?: ScimShape } = operation;
  return { shape, rest };
}
