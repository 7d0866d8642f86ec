/** A result as a line that `.ci/run` counts. */
export function verdict(isGood: boolean, text: string): string {
  return `${isGood ? 'smoke: ok' : 'smoke: not ok'} ${text}`;
}
