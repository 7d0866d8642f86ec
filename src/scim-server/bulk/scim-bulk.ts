import { Injectable, Logger } from '@nestjs/common';
import {
  bulkResponse,
  type BulkExecutor,
  type BulkResponse,
  type BulkResult,
  BulkRun,
  type BulkTarget,
  type BulkTask,
  parseBulkRequest,
  parseProjection,
  type ResourceType,
  type ScimError,
  type ScimResource,
} from '../../scim/index.js';
import { Environment } from '../../platform/environment.js';
import { NotFoundError } from '../../platform/errors.js';
import { actorOf } from '../../platform/http/access.decorators.js';
import { currentContext } from '../../platform/http/request-context.js';
import { scimBaseUrl, type ScimCall } from '../http/scim-call.js';
import { capabilitiesOf } from '../discovery/scim-capabilities.js';
import { toScimError } from '../http/scim-error-form.js';
import { type ScimResourceHandler, ScimResourceHandlers } from '../resources/scim-resource-handlers.js';

interface Meta {
  readonly location: string;
  readonly version: string;
}

/** Does the operations of one bulk request (RFC 7644 §3.7), each in a transaction of its own. */
@Injectable()
export class ScimBulk implements BulkExecutor {
  private readonly logger = new Logger(ScimBulk.name);

  constructor(
    private readonly handlers: ScimResourceHandlers,
    private readonly environment: Environment,
  ) {}

  /** @throws ScimError when the request as a whole cannot be understood, or is too large */
  async run(body: unknown): Promise<BulkResponse> {
    const { maxOperations } = capabilitiesOf(this.environment).bulk;
    const run = new BulkRun(parseBulkRequest(body, maxOperations), this);
    return bulkResponse(await run.run());
  }

  async perform({ method, target, data, version }: BulkTask): Promise<BulkResult> {
    const handler = this.handlers.at(target.endpoint);
    if (!handler) throw new NotFoundError(`There are no resources at ${target.endpoint}`);
    const call = callFor(handler.resourceType, version);
    const { id = '' } = target;
    switch (method) {
      case 'POST':
        return resultOf(201, await handler.create(call, data));
      case 'PUT':
        return resultOf(200, await handler.replace(call, id, data));
      case 'PATCH':
        return resultOf(200, await patched(handler, call, id, data));
      case 'DELETE':
        await handler.delete(call, id);
        return { status: 204, id, location: this.locationOf(target) };
    }
  }

  explain(error: unknown): ScimError {
    const explained = toScimError(error);
    if (explained.status >= 500)
      this.logger.error({ requestId: currentContext().requestId, err: error }, 'bulk operation failed');

    return explained;
  }

  locationOf({ endpoint, id = '' }: BulkTarget): string {
    return `${scimBaseUrl()}${endpoint}/${encodeURIComponent(id)}`;
  }
}

/** The call of one operation. It asks for `meta` only, because the answer shows no more than location and version. */
function callFor(resourceType: ResourceType, ifMatch: string | undefined): ScimCall {
  const actor = actorOf();
  return {
    organizationId: actor.organizationId,
    actor,
    baseUrl: scimBaseUrl(),
    projection: parseProjection({ attributes: 'meta' }, resourceType),
    asksForAttributes: true,
    ifMatch,
  };
}

async function patched(handler: ScimResourceHandler, call: ScimCall, id: string, data: unknown): Promise<ScimResource> {
  return (await handler.patch(call, id, data)) ?? handler.get(call, id);
}

function resultOf(status: number, resource: ScimResource): BulkResult {
  const { location, version } = resource.meta as Meta;
  return { status, id: resource.id as string, location, version };
}
