import type { Attribute } from './schema/attribute.js';
import { accessSchema } from './schema/access.schema.js';
import { externalIdAttribute } from './schema/common.schema.js';
import { enterpriseUserSchema } from './schema/enterprise-user.schema.js';
import { groupSchema } from './schema/group.schema.js';
import type { ResourceType } from './schema/schema.js';
import { userSchema } from './schema/user.schema.js';

/** Users, with the two extensions that a User may have. */
export const userResourceType: ResourceType = {
  id: 'User',
  name: 'User',
  endpoint: '/Users',
  description: 'User Account',
  schema: userSchema,
  schemaExtensions: [
    { schema: enterpriseUserSchema, required: false },
    { schema: accessSchema, required: false },
  ],
};

/** Groups. */
export const groupResourceType: ResourceType = {
  id: 'Group',
  name: 'Group',
  endpoint: '/Groups',
  description: 'Group',
  schema: groupSchema,
  schemaExtensions: [],
};

/**
 * The attributes of a type's core schema as /Schemas lists them: `externalId` first, then the schema's own. RFC 7643
 * leaves the common attributes out of schema documents, but Entra's validator refuses a mapping of `externalId`
 * (which is in the default mapping) unless the schema lists it.
 */
export function listedAttributes(resourceType: ResourceType): readonly Attribute[] {
  return [externalIdAttribute, ...resourceType.schema.attributes];
}
