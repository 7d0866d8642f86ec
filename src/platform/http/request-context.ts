import { AsyncLocalStorage } from 'node:async_hooks';

/** Who acts: the person whose token a request carries. */
export interface Actor {
  readonly organizationId: number;
  readonly userId: number;
  readonly scimId: string;
  readonly email: string | null;
  /** Code of the organization role at the time of the request. */
  readonly role: string;
}

/** What is known of the running request; logs and the activity log read from it who acts and when. */
export interface RequestContext {
  readonly requestId: string;
  readonly channel: 'scim' | 'rest' | 'system';
  /** Origin under which the client reaches the server, without a slash at the end. */
  readonly origin: string;
  readonly method?: string;
  readonly url?: string;
  readonly ipAddress?: string;
  /** On the command line: the number of users who may lose access, if the operator gave one (`--confirm`). */
  readonly confirmation?: { readonly affected?: number };
  actor?: Actor;
  /**
   * Why the request was refused, in the words of the answer; `kind` is the surface's own name for the kind of failure.
   */
  failure?: { readonly kind?: string; readonly detail: string };
}

/** As in the recipe "Async Local Storage" of Nest's documentation. */
const storage = new AsyncLocalStorage<RequestContext>();
const outsideOfRequests: RequestContext = { requestId: 'system', channel: 'system', origin: '' };

/** Runs work under a context, also for everything that it awaits. */
export function runInContext<Result>(context: RequestContext, work: () => Result): Result {
  return storage.run(context, work);
}

/** The context of the running request, or that of the system itself. */
export function currentContext(): RequestContext {
  return storage.getStore() ?? outsideOfRequests;
}
