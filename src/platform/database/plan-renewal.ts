/** After this many statements a connection renews its plans for the first time, and then whenever it has run `GROWTH` times as many. */
const FIRST_AFTER = 32;

/** A renewal costs a connection up to 0.1 s of planning, since PostgreSQL plans each statement five times before it keeps a plan. */
const GROWTH = 4;

/** Renews at least after this many statements, because other connections may have filled the tables meanwhile. */
const AT_LATEST_AFTER = 16_384;

/**
 * Decides when a connection renews its plans, including those of foreign keys. A plan made while a table has a few rows
 * reads all of it. PostgreSQL keeps such a plan until it has analyzed the table again, and by then the table may have
 * 100,000 rows.
 */
export class PlanRenewal {
  private statements = 0;
  private next = FIRST_AFTER;

  /** Must be asked before each statement. */
  isDue(): boolean {
    this.statements += 1;
    if (this.statements < this.next) return false;
    this.next = Math.min(this.next * GROWTH, this.next + AT_LATEST_AFTER);
    return true;
  }
}
