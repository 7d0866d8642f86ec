import { Skeleton, Stack, VisuallyHidden } from '@mantine/core';
import type { UseQueryResult } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { ApiError } from '../api/errors';
import { Failure } from './failure';

interface LoadedProps<Data> {
  readonly query: UseQueryResult<Data>;
  /** What is being read, for people who cannot see the bars: “people”. */
  readonly what: string;
  /** How many bars to show meanwhile. */
  readonly lines?: number;
  /** Shown instead of a failure if the server answers 404. */
  readonly missing?: ReactNode;
  readonly children: (data: Data) => ReactNode;
}

/** The result of a query. Before that it shows bars, or the failure with a button that tries again. */
export function Loaded<Data>({ query, what, lines = 4, missing, children }: LoadedProps<Data>) {
  if (missing !== undefined && query.error instanceof ApiError && query.error.status === 404) return <>{missing}</>;
  if (query.data !== undefined) return <>{children(query.data)}</>;
  if (query.isError)
    return <Failure title={`Could not read ${what}`} error={query.error} retry={() => void query.refetch()} />;

  return (
    <Stack gap="sm" role="status">
      <VisuallyHidden>Reading {what}…</VisuallyHidden>
      {Array.from({ length: lines }, (_, at) => (
        <Skeleton key={at} height={28} radius="sm" />
      ))}
    </Stack>
  );
}
