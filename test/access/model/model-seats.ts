import { seated } from './resolve-seats.js';
import type { ModelUser } from './model-state.js';
import { isWorking } from './working-role.js';

function isSeated({ decision }: ModelUser): boolean {
  return decision !== null && isWorking(decision.role);
}

function wantsSeat({ ruled }: ModelUser): boolean {
  return ruled !== null && isWorking(ruled.role);
}

/** The seats of the model: users get the role that the rules give them, or wait for a seat. */
export class ModelSeats {
  private clock = 0;

  constructor(private readonly users: ReadonlyMap<string, ModelUser>) {}

  /** Decides about the users whose rules were applied again, and everybody who waits. */
  assign(changed: readonly ModelUser[], limit: number | null): void {
    const all = [...this.users.values()];
    const inLine = (user: ModelUser) =>
      changed.includes(user) ? wantsSeat(user) && !isSeated(user) && user.name !== 'owner' : user.waitingSince !== null;
    const line = all.filter(inLine);
    const taken = all.filter((user) =>
      changed.includes(user) ? wantsSeat(user) && !line.includes(user) : isSeated(user),
    );
    const lucky = seated(
      limit,
      taken.length,
      line.map((user) => ({ key: user, since: user.waitingSince })),
    );
    this.clock += 1;
    for (const user of new Set([...changed, ...line])) this.settle(user, line.includes(user) && !lucky.has(user));
  }

  private settle(user: ModelUser, waits: boolean): void {
    if (user.ruled === null) return;
    user.waitingSince = waits ? (user.waitingSince ?? this.clock) : null;
    user.decision = waits ? { ...user.ruled, role: 'NO', reason: 'waiting_for_seat' } : user.ruled;
  }
}
