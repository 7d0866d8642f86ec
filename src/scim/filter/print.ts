import { printAttributePath } from '../attribute-path.js';
import type { AttributeExpression, Filter, LogicalExpression } from './ast.js';

/** The filter as text, with no more parentheses than it needs: `parseFilter(printFilter(f))` equals `f`. */
export function printFilter(filter: Filter): string {
  switch (filter.kind) {
    case 'attribute':
      return printExpression(filter);
    case 'logical':
      return filter.terms.map((term) => printTerm(term, filter.operator)).join(` ${filter.operator} `);
    case 'not':
      return `not (${printFilter(filter.filter)})`;
    case 'valuePath':
      return `${printAttributePath(filter.path)}[${printFilter(filter.filter)}]`;
  }
}

function printExpression({ path, operator, value }: AttributeExpression): string {
  const start = `${printAttributePath(path)} ${operator}`;
  return operator === 'pr' ? start : `${start} ${JSON.stringify(value)}`;
}

/** Prints a term. Only an `and` inside an `or` needs no parentheses: any other nested chain would read differently. */
function printTerm(term: Filter, outer: LogicalExpression['operator']): string {
  const bare = term.kind !== 'logical' || (outer === 'or' && term.operator === 'and');
  return bare ? printFilter(term) : `(${printFilter(term)})`;
}
