import type { Schemas } from '../api/client';

/** What a group gives its members. */
export interface Gifts {
  /** The name of an organization role, as mappings use it. */
  readonly role: string | undefined;
  /** Their titles. */
  readonly workspaces: readonly string[];
  readonly projects: readonly { readonly id: number; readonly role: string }[];
}

/** For a group that no mapping names. */
export const NO_GIFTS: Gifts = { role: undefined, workspaces: [], projects: [] };

type Settings = Schemas['ScimSettingsDto'];

/** Turns the three lists of mappings around: what each group gives, by its name in lower case. */
export function giftsByGroup(settings: Settings): ReadonlyMap<string, Gifts> {
  const gifts = new Map<string, Gifts>();
  const add = (group: string, change: (before: Gifts) => Partial<Gifts>): void => {
    const key = group.toLowerCase();
    const before = gifts.get(key) ?? NO_GIFTS;
    gifts.set(key, { ...before, ...change(before) });
  };
  for (const [role, group] of settings.roles_groups ?? []) if (group !== undefined) add(group, () => ({ role }));
  for (const [title, group] of settings.workspaces_groups ?? []) {
    if (group !== undefined && title !== undefined)
      add(group, ({ workspaces }) => ({ workspaces: [...workspaces, title] }));
  }
  for (const { project_id: id, group, role } of settings.projects_groups ?? [])
    add(group, ({ projects }) => ({ projects: [...projects, { id, role }] }));

  return gifts;
}

/** What a group gives; nothing if no mapping names it. */
export function giftsOf(gifts: ReadonlyMap<string, Gifts>, name: string): Gifts {
  return gifts.get(name.toLowerCase()) ?? NO_GIFTS;
}
