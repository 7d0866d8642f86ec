/** What PostgreSQL reports of a failure: its SQLSTATE and, for integrity violations, the constraint. */
interface PostgresFailure {
  readonly code: string;
  readonly constraint?: string;
}

const SERIALIZATION_FAILURE = '40001';
const DEADLOCK_DETECTED = '40P01';
const QUERY_CANCELED = '57014';
const INTEGRITY_VIOLATIONS = '23';

/** Classes and codes of a server that is away, is shutting down, or accepts no more connections. */
const UNAVAILABLE = /^(08|53|57P0)|^(ECONNREFUSED|ECONNRESET|ENOTFOUND|EPIPE|ETIMEDOUT)$/;
const DROPPED_CONNECTION =
  /Connection terminated|Client has encountered a connection error|timeout exceeded when trying to connect/;

function failureOf(error: unknown): PostgresFailure | undefined {
  for (let at: unknown = error; at instanceof Error; at = at.cause)
    if ('code' in at && typeof at.code === 'string') return at as Error & PostgresFailure;

  return undefined;
}

/** Whether the same transaction may well succeed when it is run again. */
export function isRetryable(error: unknown): boolean {
  const code = failureOf(error)?.code;
  return code === SERIALIZATION_FAILURE || code === DEADLOCK_DETECTED;
}

/** Whether the database cancelled a statement because it took longer than any client waits. */
export function isTimeout(error: unknown): boolean {
  return failureOf(error)?.code === QUERY_CANCELED;
}

/** Whether the database could not be reached, or was lost on the way: not the caller's fault, and usually over soon. */
export function isUnavailable(error: unknown): boolean {
  const code = failureOf(error)?.code;
  if (code !== undefined) return UNAVAILABLE.test(code);
  return error instanceof Error && DROPPED_CONNECTION.test(error.message);
}

/**
 * Turns a violated constraint into the error for it, by the constraint's name. Errors that are not in the table are
 * rethrown unchanged.
 */
export async function translateConstraints<Result>(
  table: Readonly<Record<string, () => Error>>,
  work: () => Promise<Result>,
): Promise<Result> {
  try {
    return await work();
  } catch (error) {
    const { code, constraint } = failureOf(error) ?? {};
    const isViolation = code?.startsWith(INTEGRITY_VIOLATIONS) && constraint !== undefined;
    throw (isViolation ? table[constraint]?.() : undefined) ?? error;
  }
}
