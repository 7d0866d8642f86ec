import * as fc from 'fast-check';
import { type Ground, groupName, restIds, scimGroup, scimUser, workspaceTitle } from './ground.js';
import { strangeJson } from './hostile-values.js';
import type { Json } from './json-text.js';
import { attributeName, filterText, patchPath } from './scim-texts.js';

/** Values that fit the meaning of a name, which its type alone does not tell. */
type Known = (ground: Ground) => fc.Arbitrary<Json>;

const ROLES = ['OW', 'AD', 'MA', 'RE', 'AN', 'NO', 'DI'];
const ROLE_NAMES = [
  'Administrator',
  'Manager',
  'Reviewer',
  'Annotator',
  'Not Activated',
  'Deactivated',
  'Owner',
  'Inherit',
];

/** Few enough that they occur again. */
const address = fc.nat(30).map((number) => `person-${number}@fuzz.test`);
const roleName = fc.constantFrom(...ROLE_NAMES);
const title = fc.nat(9).map((number) => `Title ${number}`);
const listOf = (item: fc.Arbitrary<Json>): fc.Arbitrary<Json> => fc.array(item, { maxLength: 3 });

function pairs(first: fc.Arbitrary<Json>, ground: Ground): fc.Arbitrary<Json> {
  return listOf(fc.tuple(first, groupName(ground)));
}

function members(ground: Ground): fc.Arbitrary<Json> {
  return listOf(scimUser(ground).map((value): Json => ({ value })));
}

const attributeValues = (ground: Ground): fc.Arbitrary<Json> =>
  fc.oneof(
    members(ground),
    title,
    fc.boolean(),
    fc.record({ title, active: fc.boolean(), 'name.givenName': title }),
    address.map((value): Json => [{ value, type: 'work', primary: true }]),
    fc.constant<Json>({ 'urn:ietf:params:scim:schemas:extension:enterprise:2.0:User': { department: 'Fuzz' } }),
    strangeJson,
  );

const operation = (ground: Ground): fc.Arbitrary<Json> =>
  fc.record(
    { op: fc.constantFrom('add', 'replace', 'remove', 'Add', 'move'), path: patchPath, value: attributeValues(ground) },
    { requiredKeys: ['op'] },
  );

const bulkPath = (ground: Ground): fc.Arbitrary<string> =>
  fc.oneof(
    fc.constantFrom('/Users', '/Groups', '/Bulk', '/Me', '/Users/', '//Users', '/nosuch', 'Users', '/Users/bulkId:one'),
    scimUser(ground).map((id) => `/Users/${id}`),
    scimGroup(ground).map((id) => `/Groups/${id}`),
  );

const bulkData = (ground: Ground): fc.Arbitrary<Json> =>
  fc.oneof(
    fc.record({ userName: address }),
    fc.record({ displayName: title, members: members(ground) }),
    fc.record({ Operations: listOf(operation(ground)) }),
    fc.constant<Json>({ displayName: 'Bulk', members: [{ value: 'bulkId:one' }, { value: 'bulkId:two' }] }),
  );

const bulkOperation = (ground: Ground): fc.Arbitrary<Json> =>
  fc.record(
    {
      method: fc.constantFrom('POST', 'PUT', 'PATCH', 'DELETE', 'GET'),
      path: bulkPath(ground),
      bulkId: fc.constantFrom('one', 'two', '__proto__', ''),
      version: fc.constantFrom('W/"1"', '*', ''),
      data: bulkData(ground),
    },
    { requiredKeys: ['method', 'path'] },
  );

/** Values by the name of a property or parameter. */
const KNOWN: Readonly<Record<string, Known>> = {
  user: restIds.user,
  user_id: restIds.user,
  included: restIds.user,
  excluded: restIds.user,
  ids: restIds.user,
  user_ids: restIds.user,
  project: restIds.project,
  project_id: restIds.project,
  exclude_project_id: restIds.project,
  workspace: restIds.workspace,
  workspaces: restIds.workspace,
  exclude_workspace_id: restIds.workspace,
  group: groupName,
  default_role: () => fc.constantFrom(...ROLES),
  email: () => address,
  userName: () => address,
  displayName: () => title,
  title: () => title,
  filter: () => filterText,
  sortBy: () => attributeName,
  attributes: () => attributeName,
  excludedAttributes: () => attributeName,
  members,
  failOnErrors: () => fc.constantFrom(0, 1, 5),
  seat_limit: () => fc.constantFrom<Json>(null, 0, 1, 5, 1_000),
  roles_groups: (ground) => pairs(roleName, ground),
  workspaces_groups: (ground) => pairs(workspaceTitle(ground), ground),
  projects_groups: (ground) =>
    listOf(fc.record({ project_id: restIds.project(ground), group: groupName(ground), role: roleName })),
  'PatchOp.Operations': (ground) => fc.array(operation(ground), { maxLength: 4 }),
  'BulkRequest.Operations': (ground) => fc.array(bulkOperation(ground), { maxLength: 5 }),
};

/** @param schema name of the schema with the property, if it has one */
export function knownValue(name: string, schema: string | undefined, ground: Ground): fc.Arbitrary<Json> | undefined {
  return (KNOWN[`${schema ?? ''}.${name}`] ?? (Object.hasOwn(KNOWN, name) ? KNOWN[name] : undefined))?.(ground);
}
