import { Urn } from '../urns.js';
import { attribute } from './attribute.js';
import type { Schema } from './schema.js';

/**
 * The Enterprise User extension (RFC 7643 §4.3, §8.7.1). `manager.value` is compared exactly, because it is an `id`;
 * the RFC's listing says otherwise.
 */
export const enterpriseUserSchema: Schema = {
  id: Urn.enterpriseUser,
  name: 'EnterpriseUser',
  description: 'Enterprise User',
  attributes: [
    attribute('employeeNumber', 'string', 'Number or code that the organization gives the person.'),
    attribute('costCenter', 'string', 'Name of the cost center.'),
    attribute('organization', 'string', 'Name of the organization.'),
    attribute('division', 'string', 'Name of the division.'),
    attribute('department', 'string', 'Name of the department.'),
    attribute('manager', 'complex', 'The person whom the user reports to.', {
      subAttributes: [
        attribute('value', 'string', 'The `id` of the manager.', { caseExact: true }),
        attribute('$ref', 'reference', 'URI of the manager as a User resource.', {
          caseExact: true,
          referenceTypes: ['User'],
        }),
        attribute('displayName', 'string', 'Display name of the manager.', { mutability: 'readOnly' }),
      ],
    }),
  ],
};
