import { applyDecorators, type ExecutionContext, SetMetadata, type Type } from '@nestjs/common';
import { ApiBody } from '@nestjs/swagger';

const OPTIONAL_BODY = 'body:optional';

/** For a route whose body is optional, because the query can say the same: a missing body counts as an empty one. */
export const OptionalBody = (dto: Type): MethodDecorator =>
  applyDecorators(SetMetadata(OPTIONAL_BODY, true), ApiBody({ type: dto, required: false }));

/** Whether the body of the current route is optional. */
export function isBodyOptional(context: ExecutionContext): boolean {
  return Reflect.getMetadata(OPTIONAL_BODY, context.getHandler()) === true;
}
