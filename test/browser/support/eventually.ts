import { setTimeout as delay } from 'node:timers/promises';

const PATIENCE_MS = 10_000;
const PAUSE_MS = 50;

/**
 * Repeats an expectation until it holds, because a page shows an answer a moment later.
 *
 * @throws its last failure, if it never does
 */
export async function eventually(expectation: () => Promise<void>): Promise<void> {
  const end = performance.now() + PATIENCE_MS;
  for (;;) {
    try {
      await expectation();
      return;
    } catch (failure) {
      if (performance.now() > end) throw failure;
      await delay(PAUSE_MS);
    }
  }
}
