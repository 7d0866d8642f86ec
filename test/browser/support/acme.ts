import type { HttpClient } from '../../support/http-client.js';

/** First names, last names and groups of a small company. */
const PEOPLE: readonly (readonly [string, string, readonly string[]])[] = [
  ['Ana', 'Ito', ['acme-reviewers', 'acme-radiology']],
  ['Bo', 'Lindqvist', ['acme-annotators', 'acme-radiology']],
  ['Chidi', 'Okafor', ['acme-annotators']],
  ['Dana', 'Moreau', ['acme-leads', 'acme-radiology', 'acme-pathology']],
  ['Emil', 'Novák', ['acme-annotators', 'acme-pathology']],
  ['Farah', 'Haddad', ['acme-reviewers', 'acme-pathology']],
  ['Gus', 'Peeters', ['acme-annotators', 'acme-chest-qa']],
  ['Hana', 'Kim', ['acme-platform']],
  ['Ivo', 'Marković', ['acme-annotators', 'acme-chest-qa']],
  ['Jun', 'Watanabe', []],
  ['Kaia', 'Solberg', ['acme-newcomers']],
  ['Luís', 'Carvalho', ['acme-annotators', 'acme-reviewers']],
];

const MAPPED_ROLES = [
  ['Administrator', 'acme-platform'],
  ['Manager', 'acme-leads'],
  ['Reviewer', 'acme-reviewers'],
  ['Annotator', 'acme-annotators'],
  ['Not Activated', 'acme-newcomers'],
];

const USER = 'urn:ietf:params:scim:schemas:core:2.0:User';
const GROUP = 'urn:ietf:params:scim:schemas:core:2.0:Group';

async function pushPeople(scim: HttpClient): Promise<Map<string, string>> {
  const ids = new Map<string, string>();
  for (const [givenName, familyName] of PEOPLE) {
    const userName = `${givenName}.${familyName}@acme.test`.normalize('NFD').replaceAll(/\p{M}/gu, '').toLowerCase();
    const emails = [{ value: userName, primary: true, type: 'work' }];
    const { body } = await scim.post('/Users', { schemas: [USER], userName, name: { givenName, familyName }, emails });
    ids.set(givenName, body.id);
  }
  return ids;
}

async function pushGroups(scim: HttpClient, ids: ReadonlyMap<string, string>): Promise<void> {
  const names = new Set(PEOPLE.flatMap(([, , groups]) => groups));
  for (const displayName of [...names, 'acme-everyone']) {
    const isMember = (groups: readonly string[]) => displayName === 'acme-everyone' || groups.includes(displayName);
    const members = PEOPLE.filter(([, , groups]) => isMember(groups)).map(([name]) => ({ value: ids.get(name) }));
    await scim.post('/Groups', { schemas: [GROUP], displayName, externalId: `00g${displayName.slice(5)}`, members });
  }
}

/** Fills an empty organization with people, groups, mappings and projects, as an identity provider and an administrator would. */
export async function fillAcme(scim: HttpClient, rest: HttpClient): Promise<void> {
  const ids = await pushPeople(scim);
  const titles = ['Radiology', 'Pathology'];
  const workspaces = await Promise.all(titles.map((title) => rest.post('/workspaces/', { title })));
  const projects = ['Chest X-ray', 'Tissue slides', 'Hand fractures'].map((title, at) => ({
    title,
    workspace: workspaces[at % 2]?.body.id,
  }));
  const [chest, tissue] = await Promise.all(projects.map((project) => rest.post('/projects/', project)));
  await rest.post('/scim/settings', {
    roles_groups: MAPPED_ROLES,
    workspaces_groups: [
      ['Radiology', 'acme-radiology'],
      ['Pathology', 'acme-pathology'],
      ['Cardiology', 'acme-cardiology'],
    ],
    projects_groups: [
      { project_id: chest?.body.id, group: 'acme-chest-qa', role: 'Reviewer' },
      { project_id: tissue?.body.id, group: 'acme-annotators', role: 'Inherit' },
      { project_id: chest?.body.id, group: 'acme-newcomers', role: 'Annotator' },
    ],
  });
  await pushGroups(scim, ids);
  await rest.patch('/organizations/0', { seat_limit: 11 });
  await scim.patch(`/Users/${ids.get('Jun') ?? ''}`, {
    schemas: ['urn:ietf:params:scim:api:messages:2.0:PatchOp'],
    Operations: [{ op: 'replace', value: { active: false } }],
  });
  await scim.post('/Users', {
    schemas: [USER],
    userName: 'ana.ito@acme.test',
    emails: [{ value: 'ana.ito@acme.test' }],
  });
  await scim.post('/Users', {
    schemas: [USER],
    userName: 'mia.rossi@acme.test',
    name: { givenName: 'Mia', familyName: 'Rossi' },
  });
  await scim.post('/Users', {
    schemas: [USER],
    userName: 'noor.aziz@acme.test',
    name: { givenName: 'Noor', familyName: 'Aziz' },
  });
  await scim.get('/Users?filter=nickname%20eq%20');
}
