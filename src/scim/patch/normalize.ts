import { parseAttributePath } from '../attribute-path.js';
import type { AttributeExpression, Filter } from '../filter/ast.js';
import type { Attribute } from '../schema/attribute.js';
import { isJsonObject, type JsonObject } from '../schema/json-object.js';
import { looksLikeJson } from '../schema/json-text.js';
import { isAbsent, readAttribute } from '../schema/read-attribute.js';
import { findAttribute } from '../schema/resolve.js';
import type { PatchOperation, PatchVerb } from './operation.js';

/*
 * Where provisioning clients deviate from RFC 7644 §3.5.2, one function each. Deviations of values, which occur in any
 * request, are handled in ../schema: "True" and "False" (booleanFromText), text for a complex value (objectFromText),
 * empty strings (readScalar), a single value for a list (readElements), URNs from before the RFCs (currentSchemaUrn).
 */

/** Reads the verb without case: Entra writes `Add`, `Replace` and `Remove`; the RFC's verbs are lower-case. */
export function readVerb(op: unknown): PatchVerb | undefined {
  const verb = typeof op === 'string' ? op.toLowerCase() : undefined;
  return verb === 'add' || verb === 'remove' || verb === 'replace' ? verb : undefined;
}

/** Treats a path of null or "" as no path: a client's serializer left it unset. */
export function readPath(path: unknown): unknown {
  return path === null || path === '' ? undefined : path;
}

/**
 * Whether a key of a path-less value is a path: Entra with `aadOptscim062020` sends `name.givenName`,
 * `urn:…:User:department` and `emails[type eq "work"].value` that way. A key that cannot be a path is an attribute of
 * the client's own, and ignored. A key with a bracket counts as a path, so that the client is told of its errors.
 */
export function isPathLike(key: string): boolean {
  return key.includes('[') || parseAttributePath(key) !== undefined;
}

/**
 * Whether a path is the name of a custom attribute, such as `_department` or `__proto__`. No schema can have such a
 * name (RFC 7643 §2.1: a name begins with a letter), so it is unknown and ignored, rather than malformed.
 */
export function isCustomName(path: string): boolean {
  return /^_[\w$-]*(?:\.[\w$-]+)*$/.test(path);
}

/**
 * Whether an `id` that was sent is the resource's own, and so no change: Okta sends the group's `id` along with a
 * rename, and authentik the whole resource. A resource without an id accepts any.
 */
export function isOwnId(value: unknown, id: unknown): boolean {
  return unassigns(value) || id === undefined || value === id;
}

/**
 * Whether a value means "no value", under any verb: null, "" or an empty list. Entra's gallery tests replace attributes
 * with "" and then with null, through value filters that match nothing any more the second time.
 */
export function unassigns(value: unknown): boolean {
  return isAbsent(value) || value === '';
}

/**
 * Whether a value leaves a collection as it is: `members: null` in a path-less value is a serializer's way to leave the
 * key out (authentik sends whole groups), and must not empty a group. An empty list does: it is Okta's full push of a
 * group without members.
 */
export function leavesCollectionAlone(value: unknown, explicit: boolean): boolean {
  return !explicit && (value === undefined || value === null);
}

/**
 * Whether an operation on `active` changes nothing: `active: null` is how a serializer says nothing, and `active`
 * cannot be removed, so neither gives or takes access. Only true and false do, even beside such an operation in the
 * same PATCH.
 */
export function leavesActiveAlone({ op, target: { attribute }, value }: PatchOperation): boolean {
  return attribute.name === 'active' && (op === 'remove' || isAbsent(singleValue(attribute, value)));
}

/**
 * The value for a singular attribute, taken out of the list that older Entra dialects wrap it in:
 * `[{"$ref":null,"value":"x"}]`, for `manager` as well as for attributes that are plain text. A list of anything else
 * stays as it is, so that the attribute's type refuses it.
 */
export function singleValue(attribute: Attribute, value: unknown): unknown {
  const [only, ...others]: unknown[] = Array.isArray(value) ? (value as unknown[]) : [];
  if (others.length > 0 || !isJsonObject(only)) return value;

  return attribute.type !== 'complex' && Object.hasOwn(only, 'value') ? only.value : only;
}

/**
 * Wraps one plain text in a list, where it is added to a list or removed from one. A `replace` of a whole list has to
 * bring a list or an object.
 */
export function listOf(op: PatchVerb, value: unknown): unknown {
  const isOne = op !== 'replace' && typeof value === 'string' && value !== '' && !looksLikeJson(value);
  return isOne ? [value] : value;
}

/**
 * The element that a value filter describes, if the filter consists of `eq` terms only; undefined otherwise. Entra adds
 * to `emails[type eq "work"].value` when there is no such email, and expects it to be created, with its type from the
 * filter.
 */
export function elementFromFilter(attribute: Attribute, filter: Filter): JsonObject | undefined {
  const element: JsonObject = {};
  for (const term of filter.kind === 'logical' && filter.operator === 'and' ? filter.terms : [filter]) {
    const subAttribute = isEquality(term) ? findAttribute(attribute.subAttributes, term.path.attribute) : undefined;
    if (!subAttribute || !isEquality(term)) return undefined;

    const value = readAttribute(subAttribute, term.value, `${attribute.name}.${subAttribute.name}`);
    if (value !== undefined) element[subAttribute.name] = value;
  }
  return element;
}

/**
 * The values that a filter names, if it is `value eq "…"` once or several times with `or` between; undefined otherwise.
 * Okta and Entra remove members with one filter each, other clients several in one.
 */
export function valuesFromFilter(filter: Filter): string[] | undefined {
  const values: string[] = [];
  for (const term of filter.kind === 'logical' && filter.operator === 'or' ? filter.terms : [filter]) {
    if (!isEquality(term) || term.path.attribute.toLowerCase() !== 'value' || typeof term.value !== 'string')
      return undefined;

    values.push(term.value);
  }
  return values;
}

function isEquality(filter: Filter): filter is AttributeExpression {
  return filter.kind === 'attribute' && filter.operator === 'eq' && filter.path.subAttribute === undefined;
}
