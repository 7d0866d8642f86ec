import { applyDecorators, type ExecutionContext, SetMetadata, type Type } from '@nestjs/common';
import { ApiBody } from '@nestjs/swagger';

const OPTIONAL_BODY = 'body:optional';

/** For a route that can do without its body, since the query can say the same: no body is an empty one. */
export const OptionalBody = (dto: Type): MethodDecorator =>
  applyDecorators(SetMetadata(OPTIONAL_BODY, true), ApiBody({ type: dto, required: false }));

/** Whether the route that is about to be taken can do without its body. */
export function isBodyOptional(context: ExecutionContext): boolean {
  return Reflect.getMetadata(OPTIONAL_BODY, context.getHandler()) === true;
}
