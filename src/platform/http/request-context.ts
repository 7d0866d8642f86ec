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

/** What is known of the request being served; logs and the activity log take their who and when from it. */
export interface RequestContext {
  readonly requestId: string;
  readonly channel: 'scim' | 'rest' | 'system';
  /** Origin that the client reaches the server under, without a slash at its end. */
  readonly origin: string;
  readonly method?: string;
  readonly url?: string;
  readonly ipAddress?: string;
  /** On the command line: the number of users who may lose access, if the operator gave one (`--confirm`). */
  readonly confirmation?: { readonly affected?: number };
  actor?: Actor;
  /** Why the request was refused, in the words of the answer; `kind` is the word that its surface has for such a failure. */
  failure?: { readonly kind?: string; readonly detail: string };
}

/** As in the recipe "Async Local Storage" of Nest's documentation. */
const storage = new AsyncLocalStorage<RequestContext>();
const outsideOfRequests: RequestContext = { requestId: 'system', channel: 'system', origin: '' };

/** Runs work under a context; whatever it awaits sees it too. */
export function runInContext<Result>(context: RequestContext, work: () => Result): Result {
  return storage.run(context, work);
}

/** The context of the request being served, or that of the system itself. */
export function currentContext(): RequestContext {
  return storage.getStore() ?? outsideOfRequests;
}
