import { Injectable } from '@nestjs/common';
import { LargeLossOfAccess } from '../../../../events/index.js';
import { Environment } from '../../../../platform/environment.js';
import { DomainEventBus } from '../../../../platform/events/domain-event-bus.js';
import { ConfirmationRequiredError } from '../../../../platform/http/errors/rest-error.js';
import { currentContext } from '../../../../platform/http/request-context.js';
import { BrakeRepository } from './brake.repository.js';
import { type BrakeLimits, isLargeLoss } from './large-loss.js';

const CONFIRM = 'confirm';

/**
 * The number of users that the caller has confirmed: `?confirm=` in the URL over REST, `--confirm` on the command line.
 * Undefined where nobody can confirm, as over SCIM.
 */
function confirmation(): { readonly affected?: number } | undefined {
  const { channel, url, origin, confirmation: given } = currentContext();
  if (channel !== 'rest') return given;
  const number = new URL(url ?? '/', origin || undefined).searchParams.get(CONFIRM);
  return number !== null && /^\d{1,15}$/.test(number) ? { affected: Number(number) } : {};
}

/**
 * Asks for confirmation before one change over REST or by command takes access from a large share of the working users.
 */
@Injectable()
export class AccessBrake {
  constructor(
    private readonly losses: BrakeRepository,
    private readonly environment: Environment,
    private readonly events: DomainEventBus,
  ) {}

  /** Changes that affect fewer users are never too large, so they need no check. */
  get minimumUsers(): number {
    return this.environment.BRAKE_MINIMUM_USERS;
  }

  /**
   * Checks how much access the running transaction has taken away. It must run inside the transaction, as a check
   * before the commit, when everything is done and logged. Changes that nobody could confirm, such as those over SCIM,
   * are let through and logged.
   *
   * @throws ConfirmationRequiredError over REST and on the command line, unless exactly this number is confirmed
   */
  async check(organizationId: number): Promise<void> {
    const { requestId } = currentContext();
    const affected = await this.losses.countAffected(organizationId, requestId);
    if (affected < this.minimumUsers) return;
    const working = await this.losses.countWorking(organizationId, requestId);
    if (!isLargeLoss(affected, working, this.limits)) return;
    const confirmed = confirmation();
    if (!confirmed) await this.events.publish(new LargeLossOfAccess(organizationId, affected, working));
    else if (confirmed.affected !== affected) throw new ConfirmationRequiredError(affected, working);
  }

  private get limits(): BrakeLimits {
    return { sharePercent: this.environment.BRAKE_SHARE_PERCENT, minimumUsers: this.minimumUsers };
  }
}
