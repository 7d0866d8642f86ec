import { InvalidValueError, ScimError } from '../errors.js';
import { isBulkMethod, parseBulkPath, type BulkMethod, type BulkOperation, type BulkTarget } from './bulk-operation.js';
import type { BulkRequest } from './bulk-request.js';
import type { BulkOperationResponse } from './bulk-response.js';
import { resolveData, resolvePath, withoutReferences } from './references.js';

/** An operation ready to be done: its references have become ids. */
export interface BulkTask {
  readonly method: BulkMethod;
  readonly target: BulkTarget;
  readonly data: unknown;
  /** The version that the resource must have. */
  readonly version?: string;
}

/** A resource after an operation on it. */
export interface BulkResult {
  readonly status: number;
  readonly id: string;
  readonly location: string;
  /** Absent when the resource is gone. */
  readonly version?: string;
}

/** Does the operations, for a {@link BulkRun}. */
export interface BulkExecutor {
  /** Does one operation on its own; other operations may fail. */
  perform(task: BulkTask): Promise<BulkResult>;
  /** Turns a failure into what the client is told of it. */
  explain(error: unknown): ScimError;
  /** The URL of a resource; it need not exist. */
  locationOf(target: BulkTarget): string;
}

/** A resource that was created without one of its references, because that one does not exist yet. */
interface Unfinished {
  readonly index: number;
  readonly created: BulkResult;
}

/**
 * Does the operations of one bulk request, each on its own. They are done in the order in which they were sent, except
 * that a resource is created before those that refer to it. Where resources refer to each other in a circle, one is
 * created without the reference and gets it as soon as the others exist (RFC 7644 §3.7.1).
 */
export class BulkRun {
  private readonly creators = new Map<string, number>();
  private readonly ids = new Map<string, string>();
  private readonly begun = new Set<number>();
  private readonly responses = new Map<number, BulkOperationResponse>();
  private unfinished: Unfinished[] = [];
  private failures = 0;

  constructor(
    private readonly request: BulkRequest,
    private readonly executor: BulkExecutor,
  ) {
    for (const [index, { method, bulkId }] of request.operations.entries())
      if (method === 'POST' && bulkId !== undefined) this.creators.set(bulkId, index);
  }

  /** @returns the results of the operations that were done or tried, in the order in which they were sent */
  async run(): Promise<BulkOperationResponse[]> {
    for (const index of this.request.operations.keys()) {
      if (!this.isOver) await this.begin(index);
      await this.finish();
    }
    return [...this.responses].sort(([a], [b]) => a - b).map(([, response]) => response);
  }

  private get isOver(): boolean {
    return this.failures >= (this.request.failOnErrors ?? Infinity);
  }

  private async begin(index: number): Promise<void> {
    const operation = this.request.operations[index];
    if (!operation || this.begun.has(index)) return;
    this.begun.add(index);
    for (const name of operation.references) {
      const creator = this.creators.get(name);
      if (creator !== undefined && !operation.problem && !this.isOver) await this.begin(creator);
    }
    if (!this.isOver) await this.attempt(index, operation);
  }

  private async attempt(index: number, operation: BulkOperation): Promise<void> {
    try {
      if (operation.problem) throw operation.problem;
      this.checkReferences(operation);
      const created = await this.perform(operation);
      this.succeed(index, operation, created);
    } catch (error) {
      this.fail(index, operation, error);
    }
  }

  /** @throws ScimError when the operation refers to something that will never exist */
  private checkReferences({ references }: BulkOperation): void {
    for (const name of references) {
      const creator = this.creators.get(name);
      if (creator === undefined)
        throw new InvalidValueError(`No operation of this request creates a resource under the bulkId "${name}".`);

      if (!this.ids.has(name) && this.responses.has(creator)) throw notCreated(name);
    }
  }

  private async perform(operation: BulkOperation): Promise<BulkResult> {
    const { method, path, data, version } = operation;
    if (!isBulkMethod(method)) throw new TypeError('An operation of another method has a problem');
    const available = withoutReferences(data, this.missing(operation));
    return this.executor.perform({
      method,
      target: parseBulkPath(this.resolvedPath(path)),
      data: resolveData(available, (name) => this.ids.get(name)),
      version: method === 'POST' ? undefined : version,
    });
  }

  private succeed(index: number, operation: BulkOperation, result: BulkResult): void {
    const { method, bulkId } = operation;
    if (this.missing(operation).size > 0) this.unfinished.push({ index, created: result });
    if (method === 'POST' && bulkId !== undefined) this.ids.set(bulkId, result.id);
    const { version, location, status } = result;
    this.responses.set(index, { method, bulkId, version, location, status: String(status) });
  }

  /** Completes the resources of a circle with the references that they were created without. */
  private async finish(): Promise<void> {
    const unfinished = this.unfinished;
    this.unfinished = [];
    for (const { index, created } of unfinished) {
      const operation = this.request.operations[index];
      if (operation) await this.complete(index, operation, created);
    }
  }

  private async complete(index: number, operation: BulkOperation, created: BulkResult): Promise<void> {
    try {
      const [missing] = this.missing(operation);
      if (missing !== undefined) throw notCreated(missing);
      const { endpoint } = parseBulkPath(operation.path);
      const data = resolveData(operation.data, (name) => this.ids.get(name));
      const result = await this.executor.perform({ method: 'PUT', target: { endpoint, id: created.id }, data });
      this.succeed(index, operation, { ...result, status: created.status });
    } catch (error) {
      const { status, detail, scimType } = this.executor.explain(error);
      const explained = `The resource was created, but without what it refers to. ${detail}`;
      this.fail(index, operation, new ScimError(status, explained, scimType), created.location);
    }
  }

  private fail(index: number, operation: BulkOperation, error: unknown, created?: string): void {
    const { method, bulkId, path, problem } = operation;
    this.failures += 1;
    const response = this.executor.explain(error).toBody();
    const location =
      method === 'POST' || problem ? created : this.executor.locationOf(parseBulkPath(this.resolvedPath(path)));
    this.responses.set(index, { method, bulkId, location, status: response.status, response });
  }

  private missing({ references }: BulkOperation): Set<string> {
    return new Set([...references].filter((name) => !this.ids.has(name)));
  }

  private resolvedPath(path: string): string {
    return resolvePath(path, (name) => this.ids.get(name));
  }
}

function notCreated(name: string): ScimError {
  return new ScimError(409, `The resource with the bulkId "${name}" could not be created.`);
}
