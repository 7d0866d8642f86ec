import { describe, expect, it } from '@jest/globals';
import * as events from '../../events/index.js';
import { ACTIONS, RECORDED_EVENTS } from './recorded-events.js';

describe('RECORDED_EVENTS', () => {
  it('are all facts, and nothing that is still to happen', () => {
    const names = Object.keys(events).filter((name) => !/^(Domain|Impending)Event$|ing$/.test(name));
    expect(RECORDED_EVENTS.map(({ name }) => name)).toEqual(names.sort());
    expect(names).toEqual(expect.arrayContaining(['GroupCreated', 'UserSignedIn', 'WorkspaceDeleted']));
  });
});

describe('ACTIONS', () => {
  it('are the types of all facts, each its own', () => {
    expect(ACTIONS).toHaveLength(RECORDED_EVENTS.length);
    expect(new Set(ACTIONS).size).toBe(ACTIONS.length);
  });

  it.each(ACTIONS)('%s is a thing and what became of it', (action) => {
    expect(action).toMatch(/^[a-z]+\.[a-z]+(-[a-z]+)*$/);
  });

  it('stay as they are: entries and programs know them', () => {
    expect(ACTIONS).toEqual([
      'access.large-loss',
      'group.created',
      'group.deleted',
      'group.members-changed',
      'group.placeholder-absorbed',
      'group.renamed',
      'mappings.changed',
      'organization.changed',
      'project.changed',
      'project.created',
      'project.deleted',
      'project.members-changed',
      'project.moved',
      'project.roles-changed',
      'role.set-manually',
      'user.changed',
      'user.created',
      'user.deactivated',
      'user.deleted',
      'user.reactivated',
      'user.signed-in',
      'workspace.changed',
      'workspace.created',
      'workspace.deleted',
      'workspace.members-changed',
    ]);
  });
});
