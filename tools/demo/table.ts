/** One row; a cell may hold several lines. */
export type Row = readonly string[];

const BORDERS = {
  top: ['┌', '┬', '┐'],
  middle: ['├', '┼', '┤'],
  bottom: ['└', '┴', '┘'],
} as const;

/** The least width of a column, even if the table then becomes too wide. */
const NARROWEST = 8;

/** Where a line may be broken: at a blank or after a hyphen. */
const BREAK = /(?<=-)| /;

/** Where to cut a line so that the first part fits: at the last possible break, else inside the word. */
function cutOf(line: string, width: number): number {
  const end = Math.max(line.lastIndexOf(' ', width), line.lastIndexOf('-', width - 1) + 1);
  return end > 0 ? end : width;
}

function wrapLine(line: string, width: number): string[] {
  const lines: string[] = [];
  let rest = line;
  while (rest.length > width) {
    const end = cutOf(rest, width);
    lines.push(rest.slice(0, end).trimEnd());
    rest = rest.slice(end).trimStart();
  }
  return [...lines, rest];
}

/** The cell's lines, broken between words (or inside one that is too long) to fit the width. */
function wrap(cell: string, width: number): string[] {
  return cell.split('\n').flatMap((line) => wrapLine(line, width));
}

/** For each column the length of its longest part, cells being split where the pattern says. */
function longest(rows: readonly Row[], separator: RegExp): number[] {
  const columns = Math.max(...rows.map((row) => row.length));
  return Array.from({ length: columns }, (_, column) =>
    Math.max(...rows.flatMap((row) => (row[column] ?? '').split(separator).map((part) => part.length))),
  );
}

/** Takes from the widest column that may still shrink, one by one, until the table fits. */
function shrink(widths: readonly number[], floors: readonly number[], available: number): number[] {
  const result = [...widths];
  const spare = (column: number) => (result[column] ?? 0) > (floors[column] ?? 0);
  for (let excess = result.reduce((sum, width) => sum + width, 0) - available; excess > 0; excess -= 1) {
    const widest = Math.max(...result.filter((_, column) => spare(column)));
    const column = result.findIndex((width, index) => width === widest && spare(index));
    if (column < 0) break;
    result[column] = widest - 1;
  }
  return result;
}

/** Widths that keep words whole if possible. */
function columnWidths(rows: readonly Row[], width: number): number[] {
  const natural = longest(rows, /\n/);
  const available = width - 3 * natural.length - 1;
  const whole = shrink(natural, longest(rows, new RegExp(`\\n|${BREAK.source}`)), available);
  return shrink(
    whole,
    natural.map(() => NARROWEST),
    available,
  );
}

function rule(widths: readonly number[], [left, joint, right]: readonly [string, string, string]): string {
  return `${left}${widths.map((width) => '─'.repeat(width + 2)).join(joint)}${right}`;
}

function rowLines(row: Row, widths: readonly number[]): string[] {
  const cells = widths.map((width, column) => wrap(row[column] ?? '', width));
  const height = Math.max(...cells.map((lines) => lines.length));
  return Array.from({ length: height }, (_, line) => {
    const texts = widths.map((width, column) => ` ${(cells[column]?.[line] ?? '').padEnd(width)} `);
    return `│${texts.join('│')}│`;
  });
}

/**
 * A table with box lines, at most `width` columns wide where its words allow it; text that does not fit is wrapped.
 *
 * @returns the lines, the head first.
 */
export function tableLines(head: Row, rows: readonly Row[], width: number): string[] {
  const all = [head, ...rows];
  const widths = columnWidths(all, width);
  const body = all.map((row) => rowLines(row, widths));
  return [
    rule(widths, BORDERS.top),
    ...body.flatMap((lines, index) => (index === 0 ? lines : [rule(widths, BORDERS.middle), ...lines])),
    rule(widths, BORDERS.bottom),
  ];
}
