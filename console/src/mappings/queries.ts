import {
  keepPreviousData,
  queryOptions,
  useInfiniteQuery,
  useMutation,
  useQuery,
  useQueryClient,
} from '@tanstack/react-query';
import { answer, api, type Schemas, wholeAnswer } from '../api/client';
import { fold, type Settings, type Stored, storedOf } from './draft';

export type ReceivedGroup = Schemas['ReceivedGroupDto'];
export type Project = Schemas['ProjectDto'];

async function readStored(call: Parameters<typeof wholeAnswer<Settings>>[0]): Promise<Stored> {
  const { data, headers } = await wholeAnswer(call);
  return storedOf(data, headers);
}

/** The three lists as they are stored. */
export const settingsQuery = queryOptions({
  queryKey: ['scim', 'settings'],
  queryFn: () => readStored(api.GET('/api/scim/settings')),
});

export function useSettings() {
  return useQuery(settingsQuery);
}

interface Save {
  readonly body: Settings;
  /** The version that the save replaces. */
  readonly version: string;
  /** How many users lose access, once the person has confirmed the number. */
  readonly confirm: number | undefined;
}

/**
 * Saves some of the lists, unless others have changed any since. Everything read from the server may have changed with
 * them, and is read again.
 */
export function useSave() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ body, version, confirm }: Save) =>
      readStored(
        api.POST('/api/scim/settings', { body, params: { query: { confirm }, header: { 'If-Match': version } } }),
      ),
    onSuccess: (saved) => {
      client.setQueryData(settingsQuery.queryKey, saved);
      void client.invalidateQueries();
    },
  });
}

/** A preview to ask for. */
export interface Question {
  readonly body: Settings;
  /** The version that a save would replace; the preview is refused if it is no longer the newest. */
  readonly version: string;
  /** When it was asked for: the same question may have another answer later. */
  readonly at: number;
}

/**
 * What saving would do, from the first user on; reads nothing without a question. The answer is about the lists of the
 * question, so it is never read again automatically: the lists may have changed by then.
 */
export function usePreview(question: Question | undefined) {
  const { body = {}, version } = question ?? {};
  return useInfiniteQuery({
    queryKey: ['scim', 'settings', 'preview', question],
    queryFn: ({ pageParam: cursor }) =>
      answer(
        api.POST('/api/scim/settings/preview', {
          body,
          params: { query: { cursor }, header: { 'If-Match': version } },
        }),
      ),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: ({ next }) => next,
    enabled: question !== undefined,
    gcTime: 0,
    staleTime: 'static',
  });
}

const ALL = 1000;

/** Reads the groups that the stored mappings name. They cannot be more than the mappings, so all are read at once. */
async function readMappedGroups(): Promise<ReadonlyMap<string, ReceivedGroup>> {
  const groups = new Map<string, ReceivedGroup>();
  let more = true;
  for (let page = 1; more; page += 1) {
    const query = { mapped: 'true', page, page_size: ALL } as const;
    const { results, next } = await answer(api.GET('/api/scim/groups', { params: { query } }));
    for (const group of results) groups.set(fold(group.display_name), group);
    more = next !== null;
  }
  return groups;
}

/** The groups that stored mappings name, by their folded names. */
export function useMappedGroups() {
  return useQuery({ queryKey: ['scim', 'groups', 'of mappings'], queryFn: readMappedGroups });
}

const SUGGESTED = 50;

/** The first groups with a text in their names. */
export function useGroupSearch(text: string, enabled = true) {
  return useQuery({
    queryKey: ['scim', 'groups', 'suggested', fold(text)],
    queryFn: () =>
      answer(api.GET('/api/scim/groups', { params: { query: { search: text.trim(), page_size: SUGGESTED } } })),
    placeholderData: keepPreviousData,
    enabled,
  });
}

/** Groups that were pushed and that no mapping names: how many, and a few of them. */
export function useUnmappedGroups(few: number) {
  return useQuery({
    queryKey: ['scim', 'groups', 'unmapped', few],
    queryFn: () => answer(api.GET('/api/scim/groups', { params: { query: { mapped: 'false', page_size: few } } })),
  });
}

/** All workspaces that a mapping can name, by title. */
export function useWorkspaces() {
  return useQuery({
    queryKey: ['workspaces', 'by title'],
    queryFn: () => answer(api.GET('/api/workspaces', { params: { query: { ordering: 'title' } } })),
    select: (workspaces) => workspaces.filter(({ is_personal }) => !is_personal),
  });
}

/** The first projects with a text in their titles. */
export function useProjectSearch(text: string) {
  return useQuery({
    queryKey: ['projects', 'suggested', fold(text)],
    queryFn: () => {
      const query = { title: text.trim(), ordering: 'title', page_size: SUGGESTED } as const;
      return answer(api.GET('/api/projects', { params: { query } }));
    },
    placeholderData: keepPreviousData,
  });
}

/** How many ids fit into a URL. */
const IDS_AT_ONCE = 500;

async function readProjects(ids: readonly number[]): Promise<Project[]> {
  const parts = Array.from({ length: Math.ceil(ids.length / IDS_AT_ONCE) }, (_, at) =>
    ids.slice(at * IDS_AT_ONCE, (at + 1) * IDS_AT_ONCE),
  );
  const pages = await Promise.all(
    parts.map((part) =>
      answer(
        api.GET('/api/projects', {
          params: { query: { ids: part, page_size: ALL } },
          querySerializer: { array: { style: 'form', explode: false } },
        }),
      ),
    ),
  );
  return pages.flatMap(({ results }) => results);
}

/** Projects by their ids; those that no longer exist are missing. */
export function useProjects(ids: readonly number[]) {
  const wanted = [...new Set(ids)].sort((one, other) => one - other);
  return useQuery({
    queryKey: ['projects', 'by id', wanted],
    queryFn: async () => new Map((await readProjects(wanted)).map((project) => [project.id, project])),
    placeholderData: keepPreviousData,
    enabled: wanted.length > 0,
  });
}
