import { describe, expect, it } from '@jest/globals';
import { ScimError } from '../errors.js';
import { parseBulkRequest } from './bulk-request.js';
import { BulkRun, type BulkExecutor, type BulkTask } from './bulk-run.js';

const failures = {
  taken: new ScimError(409, 'Taken', 'uniqueness'),
  moved: new ScimError(412, 'Moved on'),
  gone: new ScimError(404, 'Gone'),
};

/** Records the tasks that it is given; data with a `failure` fails with it. */
class Recorder implements BulkExecutor {
  readonly tasks: BulkTask[] = [];

  async perform(task: BulkTask) {
    this.tasks.push(task);
    const { name, failure } = task.data as { name?: string; failure?: keyof typeof failures };
    if (failure) throw failures[failure];
    await Promise.resolve();
    const id = task.target.id ?? `id-of-${name}`;
    const status = task.method === 'POST' ? 201 : 200;
    return { status, id, location: `base${task.target.endpoint}/${id}`, version: `W/"${this.tasks.length}"` };
  }

  explain(error: unknown): ScimError {
    if (error instanceof ScimError) return error;
    throw error;
  }

  locationOf({ endpoint, id }: BulkTask['target']): string {
    return `base${endpoint}/${id}`;
  }
}

function post(name: string, ...refersTo: string[]) {
  return {
    method: 'POST',
    path: '/Users',
    bulkId: name,
    data: { name, refs: refersTo.map((ref) => ({ value: `bulkId:${ref}` })) },
  };
}

function failing(name: string, failure: keyof typeof failures, ...refersTo: string[]) {
  const operation = post(name, ...refersTo);
  return { ...operation, data: { ...operation.data, failure } };
}

async function run(operations: unknown[], failOnErrors?: number) {
  const recorder = new Recorder();
  const request = parseBulkRequest({ failOnErrors, Operations: operations }, 5000);
  const responses = await new BulkRun(request, recorder).run();
  return { responses, tasks: recorder.tasks, statuses: responses.map(({ status }) => status) };
}

/** What was done, in order: the method, the name, and what it referred to. */
function history(tasks: readonly BulkTask[]): string[] {
  return tasks.map(({ method, data }) => {
    const { name = '', refs = [] } = data as { name?: string; refs?: { value: string }[] };
    return [method, name, ...refs.map(({ value }) => value)].join(' ').trim();
  });
}

describe(BulkRun.name, () => {
  it('does the operations in order, and reports on each', async () => {
    const { responses, tasks } = await run([
      post('kim'),
      { method: 'PUT', path: '/Users/7', version: 'W/"1"', data: { name: 'lee' } },
      { method: 'PATCH', path: '/Groups/8', bulkId: 'mine', data: {} },
    ]);
    expect(history(tasks)).toEqual(['POST kim', 'PUT lee', 'PATCH']);
    expect(tasks.map(({ version }) => version)).toEqual([undefined, 'W/"1"', undefined]);
    expect(responses).toEqual([
      { method: 'POST', bulkId: 'kim', version: 'W/"1"', location: 'base/Users/id-of-kim', status: '201' },
      { method: 'PUT', version: 'W/"2"', location: 'base/Users/7', status: '200' },
      { method: 'PATCH', bulkId: 'mine', version: 'W/"3"', location: 'base/Groups/8', status: '200' },
    ]);
  });

  it('goes on after failures', async () => {
    const { responses, statuses } = await run([
      failing('kim', 'taken'),
      { method: 'DELETE', path: '/Users', data: {} },
      { method: 'PUT', path: '/Users/7', data: { failure: 'moved' } },
      post('lee'),
    ]);
    expect(statuses).toEqual(['409', '400', '412', '201']);
    expect(responses[0]).toEqual({ method: 'POST', bulkId: 'kim', status: '409', response: failures.taken.toBody() });
    expect(responses[2]).toMatchObject({ method: 'PUT', location: 'base/Users/7', status: '412' });
  });

  it.each([
    [1, ['201', '409']],
    [2, ['201', '409', '404']],
    [3, ['201', '409', '404', '201']],
  ])('stops after %i failures', async (failOnErrors, expected) => {
    const gone = { method: 'PUT', path: '/Users/7', data: { failure: 'gone' } };
    const { statuses, tasks } = await run([post('a'), failing('b', 'taken'), gone, post('c')], failOnErrors);
    expect(statuses).toEqual(expected);
    expect(tasks).toHaveLength(expected.length);
  });

  it('creates resources before those that refer to them', async () => {
    const { tasks, responses } = await run([post('team', 'kim', 'lee'), post('lee', 'kim'), post('kim')]);
    expect(history(tasks)).toEqual(['POST kim', 'POST lee id-of-kim', 'POST team id-of-kim id-of-lee']);
    expect(responses.map(({ bulkId }) => bulkId)).toEqual(['team', 'lee', 'kim']);
  });

  it('resolves references in paths', async () => {
    const { tasks, responses } = await run([{ method: 'PUT', path: '/Users/bulkId:kim', data: {} }, post('kim')]);
    expect(tasks.at(-1)?.target).toEqual({ endpoint: '/Users', id: 'id-of-kim' });
    expect(responses[0]).toMatchObject({ status: '200', location: 'base/Users/id-of-kim' });
  });

  it.each([
    ['itself', [post('a', 'a')], ['POST a', 'PUT a id-of-a']],
    ['each other', [post('a', 'b'), post('b', 'a')], ['POST b', 'POST a id-of-b', 'PUT b id-of-a']],
    [
      'each other in a ring',
      [post('a', 'b'), post('b', 'c'), post('c', 'a')],
      ['POST c', 'POST b id-of-c', 'POST a id-of-b', 'PUT c id-of-a'],
    ],
    [
      'each other and a third',
      [post('a', 'b', 'x'), post('b', 'a', 'x'), post('x')],
      ['POST x', 'POST b id-of-x', 'POST a id-of-b id-of-x', 'PUT b id-of-a id-of-x'],
    ],
  ])('creates resources that refer to %s, and then completes them', async (_whom, operations, expected) => {
    const { tasks, statuses, responses } = await run(operations);
    expect(history(tasks)).toEqual(expected);
    expect(new Set(statuses)).toEqual(new Set(['201']));
    const completed = responses.filter(({ version }) => version === `W/"${tasks.length}"`);
    expect(completed).toHaveLength(1);
  });

  it('follows a chain of a thousand references', async () => {
    const chain = Array.from({ length: 1000 }, (_, i) => post(`n${i}`, `n${i + 1}`));
    const { statuses } = await run([...chain, post('n1000')]);
    expect(new Set(statuses)).toEqual(new Set(['201']));
  });

  it('fails what refers to a resource that could not be created', async () => {
    const { statuses, tasks } = await run([post('team', 'kim'), failing('kim', 'taken'), post('lee')]);
    expect(statuses).toEqual(['409', '409', '201']);
    expect(history(tasks)).toEqual(['POST kim', 'POST lee']);
  });

  it('fails a reference to nothing, naming it', async () => {
    const { responses, tasks } = await run([post('team', 'nobody')]);
    expect(tasks).toEqual([]);
    expect(responses[0]?.response).toMatchObject({ status: '400', scimType: 'invalidValue' });
    expect(responses[0]?.response?.detail).toContain('nobody');
  });

  it('says where a resource is that could not get what it refers to', async () => {
    const { responses } = await run([failing('a', 'taken', 'b'), post('b', 'a')]);
    expect(responses).toMatchObject([
      { bulkId: 'a', status: '409' },
      { bulkId: 'b', status: '409', location: 'base/Users/id-of-b' },
    ]);
    expect(responses[1]?.response?.detail).toMatch(/^The resource was created, but/);
  });

  it('reports nothing of what it did not come to', async () => {
    const { responses, tasks } = await run([post('team', 'kim'), failing('kim', 'taken'), post('lee')], 1);
    expect(responses).toMatchObject([{ bulkId: 'kim', status: '409' }]);
    expect(history(tasks)).toEqual(['POST kim']);
  });
});
