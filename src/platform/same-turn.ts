import { setImmediate as nextTurn } from 'node:timers/promises';

/**
 * Answers a question once for all who ask it in the same turn of the event loop. The answer is looked for after the last
 * of them has asked, and is kept for nobody who comes later: nobody is told what was true before they asked.
 */
export class SameTurn<Answer> {
  private readonly asked = new Map<string, Promise<Answer>>();

  constructor(private readonly find: (question: string) => Promise<Answer>) {}

  /** @throws what looking for the answer throws, to everybody who asked */
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
