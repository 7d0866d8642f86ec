import * as fc from 'fast-check';
import { POISONED_NAMES, strangeJson } from './hostile-values.js';
import { isObject, type Json } from './json-text.js';

/** One damage to a JSON value: to the node number `at` in the order of its text, modulo the number of nodes. */
export interface Mutation {
  readonly at: number;
  readonly kind: 'replace' | 'remove' | 'append' | 'wrap' | 'rename';
  readonly value: Json;
  readonly name: string;
}

/** Damages that leave a body mostly as it was. */
export const mutation: fc.Arbitrary<Mutation> = fc.record({
  at: fc.nat(200),
  kind: fc.constantFrom('replace', 'append', 'remove', 'wrap', 'rename'),
  value: strangeJson,
  name: fc.constantFrom(...POISONED_NAMES, 'extra', '', 'id', 'meta', 'organization_id'),
});

function isList(value: Json): value is readonly Json[] {
  return Array.isArray(value);
}

function sizeOf(value: Json): number {
  const inner = isList(value) ? value : isObject(value) ? Object.values(value) : [];
  return inner.reduce<number>((sum, item) => sum + sizeOf(item), 1);
}

/** Adds an element to the end of a list, or a member to an object; what was valid before it stays valid. */
function append(node: Json, { value, name }: Mutation): Json {
  if (isList(node)) return [...node, value];
  return isObject(node) ? Object.fromEntries([...Object.entries(node), [name, value]]) : [node, value];
}

function renamed(node: Json, { name }: Mutation): Json {
  if (!isObject(node)) return name;
  const [first, ...rest] = Object.entries(node);
  return Object.fromEntries([...rest, ...(first ? [[name, first[1]] as const] : [])]);
}

/** @returns undefined for a node that is removed */
function damage(node: Json, mutation: Mutation): Json | undefined {
  switch (mutation.kind) {
    case 'replace':
      return mutation.value;
    case 'remove':
      return undefined;
    case 'append':
      return append(node, mutation);
    case 'wrap':
      return [node];
    case 'rename':
      return renamed(node, mutation);
  }
}

function inside(node: Json, at: number, mutation: Mutation): Json {
  let position = at - 1;
  const visit = (item: Json): Json | undefined => {
    const here = position;
    const size = sizeOf(item);
    position -= size;
    return here >= 0 && here < size ? damageAt(item, here, mutation) : item;
  };
  if (isList(node)) return node.map(visit).filter((item) => item !== undefined);
  if (!isObject(node)) return node;
  const members = Object.entries(node).map(([key, item]) => [key, visit(item)] as const);
  return Object.fromEntries(members.filter((member): member is [string, Json] => member[1] !== undefined));
}

function damageAt(node: Json, at: number, mutation: Mutation): Json | undefined {
  return at === 0 ? damage(node, mutation) : inside(node, at, mutation);
}

/** Applies damages to a value, one after the other. */
export function mutate(value: Json, mutations: readonly Mutation[]): Json {
  return mutations.reduce<Json>((damaged, next) => damageAt(damaged, next.at % sizeOf(damaged), next) ?? null, value);
}
