import { applyDecorators, Controller, SetMetadata, type Type, UseInterceptors } from '@nestjs/common';
import { ApiProduces, ApiTags } from '@nestjs/swagger';
import type { ResourceType } from '../../scim/index.js';
import { OwnerOnly } from '../../platform/http/access.decorators.js';
import { RESOURCE_TYPE, ScimResponseInterceptor } from './scim-response.interceptor.js';
import { SCIM_BASE } from './scim-url.js';

/**
 * Makes a class the controller of one resource type: endpoint, guard and form of the answers.
 *
 * @param endpoint another address at which the type is served; by default the type's own
 */
export function ScimController(resourceType: ResourceType, endpoint = resourceType.endpoint) {
  return applyDecorators(
    Controller(SCIM_BASE + endpoint),
    SetMetadata(RESOURCE_TYPE, resourceType),
    UseInterceptors(ScimResponseInterceptor),
    OwnerOnly(),
    ApiTags(`SCIM ${resourceType.endpoint.slice(1)}`),
    ApiProduces('application/scim+json'),
  );
}

/** The resource type that a controller made by `ScimController` serves. */
export function resourceTypeOf(controller: Type): ResourceType {
  return Reflect.getMetadata(RESOURCE_TYPE, controller) as ResourceType;
}
