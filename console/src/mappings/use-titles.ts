import { useCallback } from 'react';
import type { Draft, Panel } from './draft';
import { useProjects } from './queries';

function asItIs(target: string): string {
  return target;
}

/** For each list, what people call a target: a project's title, or the role or workspace itself. */
export function useTitles(draft: Draft): (panel: Panel) => (target: string) => string {
  const ids = draft.rows.projects.flatMap(({ now, stored }) => [now.target, stored?.target ?? '']);
  const { data } = useProjects(ids.filter((id) => id !== '').map(Number));
  const projectTitle = useCallback(
    (target: string) => (target === '' ? '' : (data?.get(Number(target))?.title ?? `Project ${target}`)),
    [data],
  );
  return (panel) => (panel === 'projects' ? projectTitle : asItIs);
}
