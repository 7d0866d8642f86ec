import { describe, expect, it } from '@jest/globals';
import { changeText } from './change-text';

const ana = { id: 5, email: 'ana@acme.test' };
const chest = { id: 7, title: 'Chest X-ray' };
const common = { user: ana, reason: null, through: [] };

describe('changeText', () => {
  it.each([
    ['Annotator → Reviewer', { kind: 'role', target: null, from: 'AN', to: 'RE' }],
    ['Began as Annotator', { kind: 'role', target: null, from: null, to: 'AN' }],
    ['Came into Radiology', { kind: 'workspace', target: { id: 3, title: 'Radiology' }, from: null, to: 'member' }],
    ['Lost a workspace that is gone', { kind: 'workspace', target: { id: 3, title: null }, from: 'member', to: null }],
    ['Came into Chest X-ray: Inherit', { kind: 'project', target: chest, from: null, to: 'IN' }],
    ['Changed in Chest X-ray: Inherit → Reviewer', { kind: 'project', target: chest, from: 'IN', to: 'RE' }],
    ['Lost Chest X-ray: Reviewer', { kind: 'project', target: chest, from: 'RE', to: null }],
  ])('says “%s”', (text, change) => {
    expect(changeText({ ...common, ...change })).toBe(text);
  });
});
