import { Injectable } from '@nestjs/common';
import { Transactions } from '../database/transactions.js';

const BATCH = 5_000;

/** Removes old rows in short transactions, so that nothing waits for long, and on one instance at a time. */
@Injectable()
export class Removal {
  constructor(private readonly transactions: Transactions) {}

  /**
   * @param name of what is removed; instances agree by it which of them removes
   * @param removeSome removes at most `limit` rows and returns how many it removed
   * @returns how many rows were removed; 0 while another instance is removing
   */
  async run(name: string, removeSome: (limit: number) => Promise<number>, signal?: AbortSignal): Promise<number> {
    let removed = 0;
    for (let last = BATCH; last === BATCH && !signal?.aborted; removed += last)
      last = (await this.transactions.alone(name, () => removeSome(BATCH))) ?? 0;

    return removed;
  }
}
