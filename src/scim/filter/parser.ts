import { parseAttributePath, type AttributePath } from '../attribute-path.js';
import type { AttributeExpression, CompareOperator, Filter, LogicalExpression } from './ast.js';
import { parseCompareValue } from './compare-value.js';
import { syntaxError, tokenize, type Token } from './lexer.js';

/** How many characters a filter may have: enough for a thousand `or` terms with an address each. */
export const MAX_FILTER_LENGTH = 65_536;

/** How deep parentheses and brackets may nest. */
const MAX_FILTER_DEPTH = 50;

const operators: ReadonlyMap<string, CompareOperator | 'pr'> = new Map(
  (['eq', 'ne', 'co', 'sw', 'ew', 'gt', 'ge', 'lt', 'le', 'pr'] as const).map((operator) => [operator, operator]),
);

const operatorList = [...operators.keys()].join(', ');

/**
 * Parses a filter (RFC 7644 §3.4.2.2, Figure 1). Operators are read without case; paths are not looked up yet.
 *
 * @throws InvalidFilterError naming the position and what was expected there
 */
export function parseFilter(text: string): Filter {
  return parse(text, 0, false);
}

/**
 * Parses the filter between the brackets of a value path, `valFilter` in the grammar. `offset` is where `text` begins
 * in what the client sent, so that errors give the position there.
 *
 * @throws InvalidFilterError naming the position and what was expected there
 */
export function parseValueFilter(text: string, offset = 0): Filter {
  return parse(text, offset, true);
}

function parse(text: string, offset: number, insideBrackets: boolean): Filter {
  if (text.length > MAX_FILTER_LENGTH)
    throw syntaxError(offset + MAX_FILTER_LENGTH, `a filter has at most ${MAX_FILTER_LENGTH} characters`);

  const parser = new FilterParser(tokenize(text, offset), insideBrackets);
  return parser.parse();
}

/** A recursive descent parser with one method for each production; `depth` bounds the recursion. */
class FilterParser {
  private position = 0;
  private depth = 0;

  constructor(
    private readonly tokens: readonly Token[],
    private insideBrackets: boolean,
  ) {}

  parse(): Filter {
    const filter = this.disjunction();
    if (this.peek().kind !== 'end') throw this.unexpected('"and", "or" or the end of the filter');

    return filter;
  }

  private disjunction(): Filter {
    return this.chain('or', () => this.chain('and', () => this.term()));
  }

  private chain(operator: LogicalExpression['operator'], next: () => Filter): Filter {
    const first = next();
    const terms = [first];
    while (this.peekWord() === operator) {
      this.position += 1;
      terms.push(next());
    }
    return terms.length === 1 ? first : { kind: 'logical', operator, terms };
  }

  private term(): Filter {
    if (this.peek().kind === '(') return this.nested('(', ')', () => this.disjunction());

    if (this.peekWord() === 'not' && this.peek(1).kind === '(') {
      this.position += 1;
      return { kind: 'not', filter: this.nested('(', ')', () => this.disjunction()) };
    }
    return this.expression();
  }

  private expression(): Filter {
    const path = this.path();
    if (this.peek().kind !== '[') return this.comparison(path);

    if (this.insideBrackets) throw this.unexpected('an operator; brackets do not nest');

    this.insideBrackets = true;
    const filter = this.nested('[', ']', () => this.disjunction());
    this.insideBrackets = false;
    return { kind: 'valuePath', path, filter: this.withTrailingSubAttribute(filter) };
  }

  /**
   * Reads `emails[type eq "work"].value eq "x"`, which the RFC does not allow: a sub-attribute may follow a value path
   * in PATCH only. Entra ID looks users up that way when the matching attribute is an email (Microsoft's "Develop a
   * SCIM endpoint", filter examples), and means that one element fulfils both: `emails[type eq "work" and value eq
   * "x"]`.
   */
  private withTrailingSubAttribute(filter: Filter): Filter {
    const token = this.peek();
    const path = token.kind === 'word' && token.text.startsWith('.') && this.peek(-1).end === token.start;
    if (!path) return filter;

    const subAttribute = parseAttributePath(token.text.slice(1));
    if (!subAttribute || subAttribute.subAttribute !== undefined)
      throw this.unexpected('a sub-attribute after the dot');

    this.position += 1;
    const comparison = this.comparison(subAttribute);
    const terms = filter.kind === 'logical' && filter.operator === 'and' ? filter.terms : [filter];
    return { kind: 'logical', operator: 'and', terms: [...terms, comparison] };
  }

  private comparison(path: AttributePath): AttributeExpression {
    const operator = operators.get(this.peekWord() ?? '');
    if (operator === undefined) throw this.unexpected(`an operator (${operatorList})`);

    this.position += 1;
    if (operator === 'pr') return { kind: 'attribute', path, operator };

    const value = parseCompareValue(this.peek(), operator);
    if (value === undefined) throw this.unexpected('a value: a string in double quotes, a number, true, false or null');

    this.position += 1;
    return { kind: 'attribute', path, operator, value };
  }

  private path(): AttributePath {
    const token = this.peek();
    const path = token.kind === 'word' ? parseAttributePath(token.text) : undefined;
    if (!path) throw this.unexpected('an attribute, "not" or an opening parenthesis');

    this.position += 1;
    return path;
  }

  private nested(open: '(' | '[', close: ')' | ']', content: () => Filter): Filter {
    if (this.peek().kind !== open) throw this.unexpected(`"${open}"`);

    this.depth += 1;
    if (this.depth > MAX_FILTER_DEPTH)
      throw syntaxError(this.peek().start, `a filter nests at most ${MAX_FILTER_DEPTH} deep`);

    this.position += 1;
    const filter = content();
    if (this.peek().kind !== close) throw this.unexpected(`"and", "or" or "${close}"`);

    this.position += 1;
    this.depth -= 1;
    return filter;
  }

  /** The next token in the spelling of a keyword, if it is a word. */
  private peekWord(): string | undefined {
    const token = this.peek();
    return token.kind === 'word' ? token.text.toLowerCase() : undefined;
  }

  private peek(ahead = 0): Token {
    const last = this.tokens.length - 1;
    const token = this.tokens[Math.min(this.position + ahead, last)];
    if (!token) throw new RangeError('A filter has at least the token that ends it');

    return token;
  }

  private unexpected(expectation: string): Error {
    const token = this.peek();
    const found = token.kind === 'end' ? 'the end' : JSON.stringify(token.text.slice(0, 60));
    return syntaxError(token.start, `expected ${expectation}, found ${found}`);
  }
}
