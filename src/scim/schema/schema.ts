import type { Attribute } from './attribute.js';

/** A schema as data (RFC 7643 §7). `id` is its URN. */
export interface Schema {
  readonly id: string;
  readonly name: string;
  readonly description: string;
  readonly attributes: readonly Attribute[];
}

/** A resource type as data (RFC 7643 §6): its core schema and the extensions that it may have. */
export interface ResourceType {
  readonly id: string;
  readonly name: string;
  /** Relative to the base URL, with its leading slash: `/Users`. */
  readonly endpoint: string;
  readonly description: string;
  readonly schema: Schema;
  readonly schemaExtensions: readonly { readonly schema: Schema; readonly required: boolean }[];
}

/** A JSON object under a SCIM schema. After `normalizeResource`, attribute names are spelt as in the schema. */
export type ScimResource = { schemas?: string[]; [attribute: string]: unknown };
