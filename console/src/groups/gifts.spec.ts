import { describe, expect, it } from '@jest/globals';
import { giftsByGroup, giftsOf, NO_GIFTS } from './gifts';

const gifts = giftsByGroup({
  roles_groups: [['Reviewer', 'Acme-QA']],
  workspaces_groups: [
    ['Radiology', 'acme-qa'],
    ['Pathology', 'acme-qa'],
  ],
  projects_groups: [{ project_id: 7, group: 'acme-all', role: 'Inherit' }],
});

describe('giftsByGroup', () => {
  it('gathers what a group gives, whatever the case of its name', () => {
    expect(giftsOf(gifts, 'ACME-qa')).toEqual({
      role: 'Reviewer',
      workspaces: ['Radiology', 'Pathology'],
      projects: [],
    });
  });

  it('keeps the role that a group gives in a project', () => {
    expect(giftsOf(gifts, 'acme-all').projects).toEqual([{ id: 7, role: 'Inherit' }]);
  });

  it('finds nothing for a group that no mapping names', () => {
    expect(giftsOf(gifts, 'others')).toEqual(NO_GIFTS);
  });
});
