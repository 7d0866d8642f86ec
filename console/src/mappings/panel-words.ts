import { countText } from '../words/moments';
import type { Panel } from './draft';

interface PanelWords {
  readonly title: string;
  readonly lead: string;
  /** What a mapping leads to. */
  readonly target: string;
  readonly add: string;
  readonly emptyTitle: string;
  readonly emptyText: string;
}

/** The names of the three lists, and what they are for. */
export const WORDS: Readonly<Record<Panel, PanelWords>> = {
  roles: {
    title: 'Organization Roles to Groups',
    lead: 'The role that the members of a group have in the organization. Whoever is in several of these groups has the most elevated role.',
    target: 'Role',
    add: 'Map a role',
    emptyTitle: 'No group gives a role yet',
    emptyText: 'People have the organization’s default role until you map a role to a group of theirs.',
  },
  workspaces: {
    title: 'Workspaces to Groups',
    lead: 'The workspaces that the members of a group belong to. A workspace that does not exist yet is created.',
    target: 'Workspace',
    add: 'Map a workspace',
    emptyTitle: 'No group opens a workspace yet',
    emptyText: 'Map a workspace to a group, and the group’s members become members of the workspace.',
  },
  projects: {
    title: 'Projects to Groups',
    lead: 'The role that the members of a group have in a project. Inherit gives them their organization role there.',
    target: 'Project',
    add: 'Map a project',
    emptyTitle: 'No group opens a project yet',
    emptyText: 'Map a project to a group, and the group’s members may work in it.',
  },
};

/** “1 change”, “3 changes”. */
export function changesText(count: number): string {
  return count === 1 ? '1 change' : `${countText(count)} changes`;
}

/** “1 person”, “1,200 people”. */
export function peopleText(count: number): string {
  return count === 1 ? '1 person' : `${countText(count)} people`;
}
