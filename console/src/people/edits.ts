import { useMutation, useQueryClient } from '@tanstack/react-query';
import { answer, api, type Schemas } from '../api/client';
import { noticeDone, noticeFailed } from '../parts/notices';

/** An organization role that can be given manually. */
export type GivenRole = Schemas['SetRoleDto']['role'];
type ProjectRole = Schemas['GiveProjectRoleDto']['role'];

/** A workspace or project, with its title for messages. */
export interface Container {
  readonly id: number;
  readonly title: string;
}

/** What can be given manually in a project; `Inherit` follows the organization role. */
export type HandRole = ProjectRole | 'Inherit';

interface Edit<Input> {
  readonly change: (input: Input) => Promise<unknown>;
  readonly done: (input: Input) => string;
  /** The title of a refusal. */
  readonly failed: string;
  /** Leaves the page if its subject is gone; only the next page then reads again. */
  readonly leave?: () => void;
}

/** Changes somebody's access: reports the outcome, and has everything read again that may have changed. */
function useEdit<Input>({ change, done, failed, leave }: Edit<Input>) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: change,
    onSuccess: async (_, input) => {
      noticeDone(done(input));
      const refetchType = leave ? 'none' : 'active';
      await Promise.all([
        client.invalidateQueries({ queryKey: ['people'], refetchType }),
        client.invalidateQueries({ queryKey: ['organization'], refetchType }),
      ]);
      leave?.();
    },
    onError: (error) => noticeFailed(failed, error),
  });
}

export function useSetRole(user_id: number) {
  return useEdit({
    change: (role: GivenRole) =>
      answer(
        api.PATCH('/api/organizations/{id}/memberships', { params: { path: { id: 0 } }, body: { user_id, role } }),
      ),
    done: () => 'The role is set by hand.',
    failed: 'The role was not set',
  });
}

export function useAddToWorkspace(user: number) {
  return useEdit({
    change: ({ id }: Container) =>
      answer(api.POST('/api/workspaces/{id}/memberships', { params: { path: { id } }, body: { user } })),
    done: ({ title }) => `Added to ${title} by hand.`,
    failed: 'Not added to the workspace',
  });
}

export function useTakeFromWorkspace(user: number) {
  return useEdit({
    change: ({ id }: Container) =>
      answer(api.DELETE('/api/workspaces/{id}/memberships', { params: { path: { id } }, body: { user } })),
    done: ({ title }) => `What a hand gave in ${title} is taken away.`,
    failed: 'Not taken away',
  });
}

interface ProjectGift {
  readonly project: Container;
  readonly role: HandRole;
}

function giveProject(user: number, { project: { id: project }, role }: ProjectGift): Promise<unknown> {
  return role === 'Inherit'
    ? answer(api.POST('/api/projects/{id}/members', { params: { path: { id: project } }, body: { user } }))
    : answer(api.POST('/api/projects/roles', { body: { project, user, role } }));
}

export function useAddToProject(user: number) {
  return useEdit({
    change: (gift: ProjectGift) => giveProject(user, gift),
    done: ({ project }) => `Added to ${project.title} by hand.`,
    failed: 'Not added to the project',
  });
}

export function useTakeFromProject(user: number) {
  return useEdit({
    change: ({ id }: Container) =>
      answer(api.DELETE('/api/projects/{id}/members', { params: { path: { id } }, body: { user } })),
    done: ({ title }) => `What a hand gave in ${title} is taken away.`,
    failed: 'Not taken away',
  });
}

export function useRemovePerson(userId: number, name: string, leave: () => void) {
  return useEdit({
    change: () =>
      answer(api.DELETE('/api/organizations/{id}/memberships/{userId}', { params: { path: { id: 0, userId } } })),
    done: () => `${name} is removed.`,
    failed: `${name} was not removed`,
    leave,
  });
}
