import { DomainEvent } from './domain-event.js';

/** Mappings that no longer exist. */
export interface FormerMappings {
  readonly roles: readonly { readonly groupId: number; readonly role: string }[];
  readonly workspaces: readonly { readonly groupId: number; readonly workspaceId: number }[];
  readonly projects: readonly { readonly groupId: number; readonly projectId: number; readonly role: string }[];
}

/** Mappings of these groups were added, changed or removed; the access of their members may change. */
export class MappingsChanged extends DomainEvent {
  static override readonly type = 'mappings.changed';

  readonly #former: FormerMappings;

  constructor(
    organizationId: number,
    readonly groupIds: readonly number[],
    former: FormerMappings = { roles: [], workspaces: [], projects: [] },
  ) {
    super(organizationId);
    this.#former = former;
  }

  /** The mappings that were removed. They may be thousands, so the activity log does not store them. */
  get former(): FormerMappings {
    return this.#former;
  }
}
