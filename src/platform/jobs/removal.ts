import { Injectable } from '@nestjs/common';
import { Transactions } from '../database/transactions.js';

const BATCH = 5_000;

/** Removes what is too old in short transactions, so that nothing waits for long, and on one instance at a time. */
@Injectable()
export class Removal {
  constructor(private readonly transactions: Transactions) {}

  /**
   * @param name of what is removed; instances agree on who does it by this
   * @param removeSome removes at most `limit` rows and tells how many there were
   * @returns how many rows are gone; 0 while another instance is at it
   */
  async run(name: string, removeSome: (limit: number) => Promise<number>, signal?: AbortSignal): Promise<number> {
    let removed = 0;
    for (let last = BATCH; last === BATCH && !signal?.aborted; removed += last)
      last = (await this.transactions.alone(name, () => removeSome(BATCH))) ?? 0;

    return removed;
  }
}
