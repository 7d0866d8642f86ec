import { keepPreviousData, useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { answer, api, type Schemas } from '../api/client';
import type { paths } from '../api/schema';
import type { ViewParams } from '../parts/search-params';

type Query<Path extends '/api/activity-logs' | '/api/scim/requests'> = NonNullable<
  paths[Path]['get']['parameters']['query']
>;

/** Restricts the activity log. */
type ActivityFilter = Omit<Query<'/api/activity-logs'>, 'page' | 'page_size'>;

/** Restricts the log of SCIM requests. */
type RequestsFilter = Omit<Query<'/api/scim/requests'>, 'page' | 'page_size'>;

export type ActivityEntry = Schemas['ActivityLogEntryDto'];
export type AccessChange = Schemas['LoggedAccessChangeDto'];
export type ScimRequest = Schemas['ScimRequestDto'];

export const PAGE_SIZE = 25;

const LIVE_MS = 5_000;

/** How many entries of one request are read; most requests make one to three. */
const OF_ONE_REQUEST = 1_000;

/** How far the database's clock may be from the server's. */
const SKEW_MS = 5_000;

function numberOf(text: string | undefined): number | undefined {
  const number = Number(text);
  return text !== undefined && Number.isSafeInteger(number) && number > 0 ? number : undefined;
}

/** Reads a day (its beginning or end) or a minute in the browser's time zone; undefined for any other text. */
function momentOf(text: string | undefined): string | undefined {
  const moment = new Date(text ?? '');
  return Number.isNaN(moment.getTime()) ? undefined : moment.toISOString();
}

/** The filter in the address. */
export function activityFilterOf({ get }: ViewParams): ActivityFilter {
  const from = get('from');
  const to = get('to');
  return {
    search: get('search'),
    user: numberOf(get('user')),
    affected_user: numberOf(get('affected_user')),
    action: get('action')?.split(',') as ActivityFilter['action'],
    start_date: momentOf(from && `${from}T00:00`),
    end_date: momentOf(to && `${to}T23:59:59.999`),
  };
}

export function useActivity(filter: ActivityFilter, page: number) {
  return useQuery({
    queryKey: ['activity', filter, page],
    queryFn: () =>
      answer(api.GET('/api/activity-logs', { params: { query: { ...filter, page, page_size: PAGE_SIZE } } })),
    placeholderData: keepPreviousData,
  });
}

/** Changes of access on a page; each entry brings this many of its own. */
export const CHANGES_PAGE = 100;

/** The changes of access that did not come with the entry; none before they are fetched. */
export function useFurtherChanges(entry: number, affected_user: number | undefined) {
  return useInfiniteQuery({
    queryKey: ['activity', 'changes', entry, affected_user],
    queryFn: ({ pageParam: page }) => {
      const query = { affected_user, page, page_size: CHANGES_PAGE };
      return answer(api.GET('/api/activity-logs/{id}/access-changes', { params: { path: { id: entry }, query } }));
    },
    initialPageParam: 2,
    getNextPageParam: ({ next }, _, page) => (next === null ? undefined : page + 1),
    enabled: false,
  });
}

/** One SCIM request, as links to its activity name it. */
export interface RequestRef {
  readonly id: string;
  readonly receivedAt: string;
  readonly durationMs: number;
}

/**
 * The activity of one request. The time range keeps the server from reading the whole log; it is a little wider because
 * entries have their time from the database's clock.
 */
export function useActivityOfRequest({ id, receivedAt, durationMs }: RequestRef) {
  return useQuery({
    queryKey: ['activity', 'request', id],
    queryFn: async () => {
      const received = new Date(receivedAt).getTime();
      const query = {
        request_id: id,
        start_date: new Date(received - SKEW_MS).toISOString(),
        end_date: new Date(received + durationMs + SKEW_MS).toISOString(),
        page: 1,
        page_size: OF_ONE_REQUEST,
      };
      const { data } = await answer(api.GET('/api/activity-logs', { params: { query } }));
      return data;
    },
  });
}

/** A status such as 404, or a class such as 4xx, as the server reads it. */
export const STATUS = /^[1-5](\d\d|xx)$/;

/** Methods to which the log can be restricted. */
export const METHODS = ['GET', 'POST', 'PUT', 'PATCH', 'DELETE'] as const;

/** The filter in the address. */
export function requestsFilterOf({ get }: ViewParams): RequestsFilter {
  const status = get('status');
  return {
    search: get('search'),
    status: status !== undefined && STATUS.test(status) ? status : undefined,
    method: METHODS.find((method) => method === get('method')),
    since: momentOf(get('from')),
    until: momentOf(get('to')),
  };
}

/** @param live reads again every few seconds */
export function useScimRequests(filter: RequestsFilter, page: number, live: boolean) {
  return useQuery({
    queryKey: ['scim', 'requests', filter, page],
    queryFn: () =>
      answer(api.GET('/api/scim/requests', { params: { query: { ...filter, page, page_size: PAGE_SIZE } } })),
    placeholderData: keepPreviousData,
    refetchInterval: live && LIVE_MS,
  });
}

/** The activity that matches a filter, as CSV. */
export function readActivityFile(query: ActivityFilter): Promise<Blob> {
  return answer(api.GET('/api/activity-logs/export', { params: { query }, parseAs: 'blob' }));
}

/** The requests that match a filter, as CSV. */
export function readRequestsFile(query: RequestsFilter): Promise<Blob> {
  return answer(api.GET('/api/scim/requests/export', { params: { query }, parseAs: 'blob' }));
}
