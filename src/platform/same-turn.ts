import { setImmediate as nextTurn } from 'node:timers/promises';

/**
 * Answers a question once for all callers who ask it in the same turn of the event loop. It looks for the answer after
 * the last of them has asked, and does not keep it, so that no caller gets an answer from before its question.
 */
export class SameTurn<Answer> {
  private readonly asked = new Map<string, Promise<Answer>>();

  constructor(private readonly find: (question: string) => Promise<Answer>) {}

  /** @throws the error of the look-up, to every caller */
  ask(question: string): Promise<Answer> {
    const others = this.asked.get(question);
    if (others) return others;
    const answer = this.findAtTheEndOfTheTurn(question);
    this.asked.set(question, answer);
    return answer;
  }

  private async findAtTheEndOfTheTurn(question: string): Promise<Answer> {
    await nextTurn();
    this.asked.delete(question);
    return this.find(question);
  }
}
