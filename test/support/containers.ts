import { unique } from './people.js';
import type { TestServer } from './test-server.js';

type Rest = Pick<TestServer, 'rest'>;

/** Creates a workspace. @returns its id and title */
export async function createWorkspace({ rest }: Rest): Promise<{ id: number; title: string }> {
  const { id, title } = (await rest.post('/workspaces/', { title: unique('Workspace') })).body;
  return { id, title };
}

/** Creates a project. @returns its id */
export async function createProject({ rest }: Rest, workspace: number | null = null): Promise<number> {
  return (await rest.post('/projects/', { title: unique('Project'), workspace })).body.id;
}

/** The number of a user in REST. */
export async function numberOf({ rest }: Rest, scimId: string): Promise<number> {
  const { body } = await rest.get('/users/');
  return body.find((user: { scim_id: string }) => user.scim_id === scimId).id;
}

/** Adds rows to the SCIM settings. */
export async function addMappings({ rest }: Rest, added: Record<string, unknown[]>): Promise<void> {
  const stored = (await rest.get('/scim/settings')).body as Record<string, unknown[]>;
  const lists = Object.entries(added).map(([name, rows]) => [name, [...(stored[name] ?? []), ...rows]]);
  const answer = await rest.post('/scim/settings', Object.fromEntries(lists));
  if (answer.status !== 201) throw new Error(`Not saved: ${JSON.stringify(answer.body)}`);
}

/** The changes of access that were logged in the last request with this action. */
export async function lastChanges({ rest }: Rest, action: string): Promise<Record<string, unknown>[]> {
  const { data } = (await rest.get(`/activity-logs/?search=${action}`)).body;
  return data.find((entry: { extra_data: { action: string } }) => entry.extra_data.action === action).extra_data
    .access_changes;
}
