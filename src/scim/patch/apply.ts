import { MutabilityError } from '../errors.js';
import { sameJson } from '../schema/json-object.js';
import type { ResourceType, ScimResource } from '../schema/schema.js';
import { settleResource, tidyResource } from '../schema/settle-resource.js';
import { CollectionLedger, type CollectionChange } from './collection-ledger.js';
import { record } from './detached.js';
import { isOwnId, leavesActiveAlone } from './normalize.js';
import type { PatchOperation } from './operation.js';
import { keepingOnePrimary } from './primary.js';
import { remove } from './remove.js';
import { Slot } from './slot.js';
import { WorkLimit } from './work-limit.js';
import { writeWhole } from './write-whole.js';
import { writeSelected, writeSubAttribute } from './write.js';

export interface PatchOptions {
  /**
   * Multi-valued attributes of the core schema that are not loaded with the resource, because they may be very large,
   * in canonical spelling. Operations on them are not applied but handed back.
   */
  readonly detached?: readonly string[];
}

export interface PatchResult {
  readonly resource: ScimResource;
  /** Whether `resource` differs from before; says nothing about detached collections. */
  readonly changed: boolean;
  /** For each detached attribute the changes to make, in order; empty when no operation names it. */
  readonly collections: Readonly<Record<string, readonly CollectionChange[]>>;
}

/**
 * Applies operations to a resource, each to the result of the one before (RFC 7644 §3.5.2). It does not touch the
 * resource given: when it throws, nothing has happened. Names in the resource must be in canonical spelling.
 *
 * @throws MutabilityError for a read-only target, an immutable one with another value, or the removal of a required one
 * @throws NoTargetError for a `replace` whose value filter matches nothing
 * @throws InvalidValueError when a value has the wrong type, or the result breaks a rule of {@link settleResource}
 */
export function applyPatch(
  resource: ScimResource,
  operations: readonly PatchOperation[],
  resourceType: ResourceType,
  options: PatchOptions = {},
): PatchResult {
  const working = structuredClone(resource);
  const limit = new WorkLimit();
  const ledgers = new Map((options.detached ?? []).map((name) => [name, new CollectionLedger()]));
  for (const operation of operations) {
    const { attribute, extension } = operation.target;
    const ledger = extension === undefined ? ledgers.get(attribute.name) : undefined;
    if (isPassedOver(operation, resource)) continue;

    if (ledger) record(ledger, operation);
    else applyOperation(working, operation, limit);
  }
  const result = settleResource(working, resourceType, 'patch');
  return {
    resource: result,
    changed: !sameJson(tidyResource(resource, resourceType), result),
    collections: Object.fromEntries([...ledgers].map(([name, ledger]) => [name, ledger.changes()])),
  };
}

function applyOperation(working: ScimResource, operation: PatchOperation, limit: WorkLimit): void {
  const { op, target } = operation;
  const slot = new Slot(working, target);
  limit.spend(slot.elements.length, operation.value);
  keepingOnePrimary(slot, () => {
    if (op === 'remove') remove(slot, operation);
    else if (target.selection) writeSelected(slot, operation, target.selection);
    else if (target.subAttribute) writeSubAttribute(slot, operation);
    else writeWhole(slot, operation);
  });
}

/**
 * Whether an operation is accepted without effect: on `schemas`, which follows from the attributes present; on
 * `password`, which is never stored; on `active`, if it says neither true nor false; on something read-only that was
 * sent along in a path-less value.
 */
function isPassedOver(operation: PatchOperation, resource: ScimResource): boolean {
  const { target, op, value, explicit } = operation;
  const { attribute, subAttribute, path } = target;
  if (attribute.name === 'schemas' || attribute.mutability === 'writeOnly' || leavesActiveAlone(operation)) return true;

  if (attribute.mutability !== 'readOnly' && subAttribute?.mutability !== 'readOnly') return false;

  const isId = attribute.name === 'id' && op !== 'remove';
  if (isId ? !isOwnId(value, resource.id) : explicit) throw new MutabilityError(`${path} is read-only.`);

  return true;
}
