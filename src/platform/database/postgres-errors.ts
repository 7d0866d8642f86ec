/** What PostgreSQL says of a failure: its SQLSTATE and, for integrity violations, the constraint. */
interface PostgresFailure {
  readonly code: string;
  readonly constraint?: string;
}

const SERIALIZATION_FAILURE = '40001';
const DEADLOCK_DETECTED = '40P01';

function failureOf(error: unknown): PostgresFailure | undefined {
  for (let at: unknown = error; at instanceof Error; at = at.cause) {
    if ('code' in at && typeof at.code === 'string') return at as Error & PostgresFailure;
  }
  return undefined;
}

/** Whether the same transaction, run again, may well succeed. */
export function isRetryable(error: unknown): boolean {
  const code = failureOf(error)?.code;
  return code === SERIALIZATION_FAILURE || code === DEADLOCK_DETECTED;
}

/**
 * Turns a violated constraint into the error that the module in charge has for it, by the constraint's name.
 * Whatever is not in the table is thrown on as it came.
 */
export async function translateConstraints<Result>(
  table: Readonly<Record<string, () => Error>>,
  work: () => Promise<Result>,
): Promise<Result> {
  try {
    return await work();
  } catch (error) {
    throw table[failureOf(error)?.constraint ?? '']?.() ?? error;
  }
}
