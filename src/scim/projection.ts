import { parseAttributePath, sameName } from './attribute-path.js';
import { InvalidValueError } from './errors.js';
import type { Attribute } from './schema/attribute.js';
import { commonAttributes } from './schema/common.schema.js';
import { isJsonObject, type JsonObject } from './schema/json-object.js';
import { resolveAttribute, resolveExtension } from './schema/resolve.js';
import type { ResourceType, Schema, ScimResource } from './schema/schema.js';

/** The two parameters of RFC 7644 §3.9: names separated by commas, or a list of them as in a SearchRequest. */
export interface ProjectionQuery {
  readonly attributes?: unknown;
  readonly excludedAttributes?: unknown;
}

/**
 * What to return of each attribute: the names of its sub-attributes, or all of it. Attributes not returned are missing.
 */
type Plan = ReadonlyMap<string, ReadonlySet<string> | 'whole'>;

/** Which attributes of one resource type an answer has; made by {@link parseProjection}. */
export interface Projection {
  readonly core: Plan;
  /** By URN; extensions of which nothing is returned are missing. */
  readonly extensions: ReadonlyMap<string, Plan>;
  /** For {@link wants}: the names of all attributes and extensions that an answer has, in lower case. */
  readonly names: ReadonlySet<string>;
}

/** What a list of names says about an attribute: all of it, some of it, or nothing. */
interface Mention {
  readonly whole: boolean;
  readonly parts: ReadonlySet<string>;
}

type Mentions = (schema: Schema, attribute: Attribute) => Mention;

/** How many names one parameter may list: more than twice as many as all schemas have together. */
const MAX_NAMES = 1_000;

/** Projections worked out before: a client asks for the same attributes again and again. */
const projections = new WeakMap<ResourceType, Map<string, Projection>>();
const MAX_REMEMBERED = 100;
const MAX_REMEMBERED_LENGTH = 200;

const unmentioned: Mention = { whole: false, parts: new Set() };

/**
 * Decides once what each answer to a request contains, by what the request asks for and by `returned` of every
 * attribute (RFC 7643 §2.2). Names are read without case, with their URN or (core attributes) without. The URN of a
 * schema means all of its attributes. Unknown names are ignored.
 *
 * @throws InvalidValueError when both parameters are given (RFC 7644 §3.9), or one is neither text nor a list of texts
 */
export function parseProjection(query: ProjectionQuery, resourceType: ResourceType): Projection {
  const attributes = readAttributeNames('attributes', query.attributes);
  const excluded = readAttributeNames('excludedAttributes', query.excludedAttributes);
  if (attributes.length > 0 && excluded.length > 0)
    throw new InvalidValueError('Give "attributes" or "excludedAttributes", not both.');

  const names = `${attributes.join()} ${excluded.join()}`;
  const known = remembered(resourceType);
  const projection = known.get(names) ?? planned(resourceType, attributes, excluded);
  if (names.length <= MAX_REMEMBERED_LENGTH && known.size < MAX_REMEMBERED) known.set(names, projection);
  return projection;
}

function remembered(resourceType: ResourceType): Map<string, Projection> {
  const known = projections.get(resourceType) ?? new Map<string, Projection>();
  projections.set(resourceType, known);
  return known;
}

function planned(resourceType: ResourceType, attributes: readonly string[], excluded: readonly string[]): Projection {
  const wanted = attributes.length > 0 ? mentions(attributes, resourceType) : undefined;
  const unwanted = mentions(excluded, resourceType);
  const { schema, schemaExtensions } = resourceType;
  const core = planFor(schema, [...commonAttributes, ...schema.attributes], wanted, unwanted);
  const extensions = schemaExtensions
    .map(({ schema: extension }) => [extension.id, planFor(extension, extension.attributes, wanted, unwanted)] as const)
    .filter(([, plan]) => plan.size > 0);
  return { core, extensions: new Map(extensions), names: namesIn(core, extensions) };
}

function namesIn(core: Plan, extensions: readonly (readonly [urn: string, plan: Plan])[]): ReadonlySet<string> {
  const names = [...core.keys(), ...extensions.flatMap(([urn, plan]) => [urn, ...namesOfExtension(urn, plan)])];
  return new Set(names.map((name) => name.toLowerCase()));
}

function namesOfExtension(urn: string, plan: Plan): string[] {
  return [...plan.keys()].map((attribute) => `${urn}:${attribute}`);
}

/**
 * Makes the resource that the client is to see: a new object, whose `schemas` lists the schemas of the attributes that
 * are left. Names in the resource must be in canonical spelling.
 */
export function project(resource: ScimResource, projection: Projection, resourceType: ResourceType): ScimResource {
  const schemas = [resourceType.schema.id];
  const result: ScimResource = { schemas, ...pick(resource, projection.core) };
  for (const [urn, plan] of projection.extensions) {
    const values = resource[urn];
    const picked = isJsonObject(values) ? pick(values, plan) : {};
    if (Object.keys(picked).length > 0) {
      result[urn] = picked;
      schemas.push(urn);
    }
  }
  return { ...result, schemas };
}

/**
 * Whether any part of an attribute will be returned, so that a repository need not load what is not. `name` is a core
 * or common attribute, an extension's URN, or an extension attribute with its URN.
 */
export function wants(projection: Projection, name: string): boolean {
  return projection.names.has(name.toLowerCase());
}

/**
 * Reads the names in one of the two parameters: text in a URL, a list in a SearchRequest; empty names are dropped.
 *
 * @throws InvalidValueError when the value is neither, or lists more names than there can be
 */
export function readAttributeNames(parameter: keyof ProjectionQuery, value: unknown): string[] {
  const lists: unknown[] = Array.isArray(value) ? value : [value ?? ''];
  const all = lists.flatMap((list) => {
    if (typeof list !== 'string') throw new InvalidValueError(`"${parameter}" must be a list of attribute names.`);

    const names = list.split(',').map((name) => name.trim());
    return names.filter((name) => name !== '');
  });
  if (all.length > MAX_NAMES) throw new InvalidValueError(`"${parameter}" may list at most ${MAX_NAMES} names.`);
  return all;
}

function planFor(
  schema: Schema,
  attributes: readonly Attribute[],
  wanted: Mentions | undefined,
  unwanted: Mentions,
): Plan {
  const plan = new Map<string, ReadonlySet<string> | 'whole'>();
  for (const attribute of attributes) {
    const planned = planAttribute(attribute, wanted?.(schema, attribute), unwanted(schema, attribute));
    if (planned) plan.set(attribute.name, planned);
  }
  return plan;
}

/** `wanted` is undefined when the request names no attributes to return: then those returned by default are. */
function planAttribute(
  attribute: Attribute,
  wanted: Mention | undefined,
  unwanted: Mention,
): ReadonlySet<string> | 'whole' | undefined {
  if (attribute.returned === 'always') return 'whole';

  const asked = wanted ? isMentioned(wanted) : attribute.returned === 'default' && !unwanted.whole;
  if (attribute.returned === 'never' || !asked) return undefined;

  const subAttributes = attribute.subAttributes ?? [];
  const kept = subAttributes.filter((subAttribute) => keepsPart(subAttribute, wanted, unwanted));
  return kept.length === subAttributes.length ? 'whole' : new Set(kept.map(({ name }) => name));
}

function isMentioned({ whole, parts }: Mention): boolean {
  return whole || parts.size > 0;
}

function keepsPart({ name, returned }: Attribute, wanted: Mention | undefined, unwanted: Mention): boolean {
  switch (returned) {
    case 'always':
      return true;
    case 'never':
      return false;
    case 'request':
      return wanted?.parts.has(name) ?? false;
    case 'default':
      return wanted ? wanted.whole || wanted.parts.has(name) : !unwanted.parts.has(name);
  }
}

function pick(values: JsonObject, plan: Plan): JsonObject {
  const result: JsonObject = {};
  for (const [name, parts] of plan) {
    const value = parts === 'whole' ? values[name] : pickParts(values[name], parts);
    if (value !== undefined && value !== null) result[name] = value;
  }
  return result;
}

function pickParts(value: unknown, parts: ReadonlySet<string>): unknown {
  if (Array.isArray(value)) {
    const elements = value.map((element) => pickParts(element, parts)).filter((element) => element !== undefined);
    return elements.length > 0 ? elements : undefined;
  }
  const kept = isJsonObject(value) ? Object.entries(value).filter(([name]) => parts.has(name)) : [];
  return kept.length > 0 ? Object.fromEntries(kept) : undefined;
}

function mentions(names: readonly string[], resourceType: ResourceType): Mentions {
  const schemas = new Set<Schema>();
  const attributes = new Map<Attribute, { whole: boolean; parts: Set<string> }>();
  for (const name of names) {
    const { schema } = resourceType;
    const named = sameName(name, schema.id) ? schema : resolveExtension(resourceType, name);
    if (named) {
      schemas.add(named);
      continue;
    }
    const path = parseAttributePath(name);
    const found = path && resolveAttribute(resourceType, path);
    if (found) {
      const mention = attributes.get(found.attribute) ?? { whole: false, parts: new Set() };
      attributes.set(found.attribute, mention);
      if (found.subAttribute) mention.parts.add(found.subAttribute.name);
      else mention.whole = true;
    }
  }
  return (schema, attribute) =>
    schemas.has(schema) ? { whole: true, parts: new Set() } : (attributes.get(attribute) ?? unmentioned);
}
