import { describe, expect, it } from '@jest/globals';
import { setTimeout as delay } from 'node:timers/promises';
import { currentContext, runInContext, type RequestContext } from './request-context.js';

const contextOf = (requestId: string): RequestContext => ({ requestId, channel: 'rest', origin: 'http://localhost' });

describe(runInContext.name, () => {
  it('is seen by everything that the work awaits, and by nothing beside it', async () => {
    const seen = await Promise.all(
      ['a', 'b'].map((id) =>
        runInContext(contextOf(id), async () => {
          await delay(1);
          return currentContext().requestId;
        }),
      ),
    );
    expect(seen).toEqual(['a', 'b']);
  });

  it('is the system itself outside of requests', () => {
    expect(currentContext()).toMatchObject({ requestId: 'system', channel: 'system' });
  });
});
