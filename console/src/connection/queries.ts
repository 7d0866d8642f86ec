import { useQuery } from '@tanstack/react-query';
import { answer, api } from '../api/client';
import { ApiError } from '../api/errors';

const CONFIG = '/scim/v2/ServiceProviderConfig';
const LIVE_MS = 10_000;

/** How many days the chart of requests shows. */
export const DAYS = 14;

interface Located {
  readonly meta: { readonly location: string };
}

/**
 * Reads the base URL without a token: with one, the console's own request would count as one of the identity provider.
 */
async function readBaseUrl(): Promise<string> {
  const response = await fetch(CONFIG);
  if (!response.ok) throw new ApiError(response.status, undefined, response.headers.get('X-Request-Id'));
  const { meta } = (await response.json()) as Located;
  return meta.location.replace(/\/ServiceProviderConfig$/, '');
}

/** The SCIM base URL under which the server is reached from outside, as it says itself. */
export function useBaseUrl() {
  return useQuery({ queryKey: ['scim', 'base-url'], queryFn: readBaseUrl, staleTime: Infinity });
}

/** Recent SCIM traffic, and how far the connection has been set up; read again every few seconds. */
export function useConnectionStatus() {
  return useQuery({
    queryKey: ['scim', 'status', DAYS],
    queryFn: () => answer(api.GET('/api/scim/status', { params: { query: { days: DAYS } } })),
    refetchInterval: LIVE_MS,
  });
}
