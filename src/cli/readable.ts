function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value) && !(value instanceof Date);
}

function cell(value: unknown): string {
  if (value === null || value === undefined) return '-';
  if (value instanceof Date) return value.toISOString();
  return typeof value === 'string' ? value : JSON.stringify(value);
}

function table(rows: readonly Readonly<Record<string, unknown>>[]): string[] {
  const names = Object.keys(rows[0] ?? {});
  const lines = [names, ...rows.map((row) => names.map((name) => cell(row[name])))];
  const widths = names.map((_, column) => Math.max(...lines.map((line) => line[column]?.length ?? 0)));
  return lines.map((line) =>
    line
      .map((text, column) => text.padEnd(widths[column] ?? 0))
      .join('  ')
      .trimEnd(),
  );
}

function listLines(values: readonly unknown[]): string[] {
  if (values.length === 0) return ['none'];
  return values.every(isObject) ? table(values) : values.map(cell);
}

function memberLines([name, value]: [string, unknown]): string[] {
  if (Array.isArray(value)) return [`${name}:`, ...listLines(value).map((line) => `  ${line}`)];
  if (isObject(value))
    return Object.entries(value).flatMap(([inner, content]) => memberLines([`${name}.${inner}`, content]));
  return [`${name}: ${cell(value)}`];
}

/** A result as text for people to read. */
export function readable(result: unknown): string {
  const lines = Array.isArray(result)
    ? listLines(result)
    : isObject(result)
      ? Object.entries(result).flatMap(memberLines)
      : [cell(result)];
  return `${lines.join('\n')}\n`;
}
