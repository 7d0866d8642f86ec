import { isJsonObject, type JsonObject } from '../schema/json-object.js';
import type { ScimResource } from '../schema/schema.js';
import type { PatchTarget } from './operation.js';

/**
 * One attribute of the resource that is being patched, which is a working copy and changed in place. A complex
 * attribute appears as a list of elements, a singular one as a list of at most one, so that both take value filters the
 * same way (Entra sends `manager[value eq "…"]`).
 */
export class Slot {
  constructor(
    private readonly resource: ScimResource,
    private readonly target: PatchTarget,
  ) {}

  /** The object that holds the attribute: the resource, or the extension in it, created if missing. */
  get holder(): JsonObject {
    const { extension } = this.target;
    if (extension === undefined) return this.resource;

    const present = this.resource[extension];
    const values = isJsonObject(present) ? present : {};
    this.resource[extension] = values;
    return values;
  }

  get value(): unknown {
    return this.holder[this.target.attribute.name];
  }

  /** Undefined removes the attribute. */
  set value(value: unknown) {
    if (value === undefined) delete this.holder[this.target.attribute.name];
    else this.holder[this.target.attribute.name] = value;
  }

  /** The elements themselves, not copies. */
  get elements(): JsonObject[] {
    const { value } = this;
    const elements: unknown[] = Array.isArray(value) ? value : [value];
    return elements.filter(isJsonObject);
  }

  /** An empty list removes the attribute; of several elements, a singular attribute keeps the last. */
  set elements(elements: readonly JsonObject[]) {
    const value = this.target.attribute.multiValued ? elements : elements.at(-1);
    this.value = elements.length > 0 ? value : undefined;
  }
}
