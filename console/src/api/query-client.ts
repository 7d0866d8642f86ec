import { QueryClient } from '@tanstack/react-query';
import { ApiError } from './errors';

const ATTEMPTS = 2;

/** Whether to repeat a request: a refusal stays the same, other failures may pass. */
function worthRepeating(failures: number, error: Error): boolean {
  if (error instanceof ApiError && error.status < 500) return false;
  return failures < ATTEMPTS;
}

/** Everything read from the server, shared by all views. */
export const queryClient = new QueryClient({
  defaultOptions: {
    queries: { retry: worthRepeating, refetchOnWindowFocus: true },
    mutations: { retry: false },
  },
});
