/** The database has not answered in the time that there was for it. */
export class TooSlowError extends Error {
  constructor(ms: number) {
    super(`The database has not answered within ${ms} ms`);
    this.name = TooSlowError.name;
  }
}

/**
 * For questions whose answer is of no use later. The question itself goes on, and what becomes of it is nobody's concern.
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
