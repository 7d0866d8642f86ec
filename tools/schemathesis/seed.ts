/** Something to name for every id that an example of the document has, and a group that gives a role. */
export async function seed(origin: string, token: string): Promise<void> {
  const post = async (path: string, body: object): Promise<{ readonly id: unknown }> => {
    const answer = await fetch(origin + path, {
      method: 'POST',
      headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
      body: JSON.stringify(body),
    });
    if (!answer.ok) throw new Error(`POST ${path} was answered ${answer.status}: ${await answer.text()}`);
    return (await answer.json()) as { readonly id: unknown };
  };
  for (const n of [2, 3, 4, 5, 6, 7]) await post('/api/users', { email: `person-${n}@acme.test` });
  for (const n of [1, 2, 3]) await post('/api/workspaces', { title: `Workspace ${n}` });
  for (const n of [1, 2, 3, 4, 5, 6, 7]) await post('/api/projects', { title: `Project ${n}`, workspace: 1 });
  const { id } = await post('/scim/v2/Users', { userName: 'pushed@acme.test' });
  await post('/scim/v2/Groups', { displayName: 'acme-pushed', members: [{ value: id }] });
  await post('/api/scim/settings', { roles_groups: [['Reviewer', 'acme-pushed']] });
}
