/** After so many statements a connection's plans are made anew for the first time, and then whenever it has run twice as many. */
const FIRST_AFTER = 32;

/** However many a connection has run, others may have filled the tables meanwhile. */
const AT_LATEST_AFTER = 8_192;

/**
 * Says when the plans that a connection keeps, those of foreign keys included, are to be made anew. A plan made while a
 * table has a few rows reads all of it; PostgreSQL keeps such a plan until it has analyzed the table again, and by then
 * the table may have 100,000.
 */
export class PlanRenewal {
  private statements = 0;
  private next = FIRST_AFTER;

  /** To be asked before each statement. */
  isDue(): boolean {
    this.statements += 1;
    if (this.statements < this.next) return false;
    this.next += Math.min(this.next, AT_LATEST_AFTER);
    return true;
  }
}
