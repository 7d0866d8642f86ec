/** The database has not answered in time. */
export class TooSlowError extends Error {
  constructor(ms: number) {
    super(`The database has not answered within ${ms} ms`);
    this.name = TooSlowError.name;
  }
}

/**
 * Waits for an answer only so long. The question itself goes on afterwards, and its outcome is ignored.
 *
 * @throws TooSlowError when the time is over
 */
export async function within<Answer>(ms: number, question: Promise<Answer>): Promise<Answer> {
  let timer: NodeJS.Timeout | undefined;
  const limit = new Promise<never>((_, reject) => {
    timer = setTimeout(() => {
      reject(new TooSlowError(ms));
    }, ms);
  });
  try {
    return await Promise.race([question, limit]);
  } finally {
    clearTimeout(timer);
  }
}
