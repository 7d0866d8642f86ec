import { ApiPropertyOptional } from '@nestjs/swagger';
import { Transform, Type } from 'class-transformer';
import { IsInt, IsOptional, Min } from 'class-validator';
import { currentContext } from './request-context.js';

/** How many entries one page may have. Clients of LSE ask for 10,000,000 when they mean all, and get this many. */
const MAX_PAGE_SIZE = 1000;

/** Page of a REST list; pages count from 1. A page past the end is empty, never an error. */
export class PageQuery {
  @ApiPropertyOptional({ type: 'integer', minimum: 1, default: 1, description: 'Page; the first is 1.' })
  @IsOptional()
  @Type(() => Number)
  @IsInt()
  @Min(1)
  page = 1;

  @ApiPropertyOptional({
    type: 'integer',
    minimum: 1,
    default: 100,
    description: 'Entries of a page; more than 1000 counts as 1000.',
  })
  @IsOptional()
  @Type(() => Number)
  @Transform(({ value }: { value: unknown }) => (typeof value === 'number' ? Math.min(value, MAX_PAGE_SIZE) : value))
  @IsInt()
  @Min(1)
  page_size = 100;
}

/** Which rows of a list to read. */
export interface RowWindow {
  /** How many rows to skip. */
  readonly offset: number;
  readonly limit: number;
}

/** The rows on a page. */
export function rowsOn({ page, page_size: limit }: Pick<PageQuery, 'page' | 'page_size'>): RowWindow {
  return { offset: Math.min((page - 1) * limit, Number.MAX_SAFE_INTEGER), limit };
}

/** LSE's page: `next` and `previous` are absolute URLs, or null at either end. */
export interface PageOf<Item> {
  readonly count: number;
  readonly next: string | null;
  readonly previous: string | null;
  readonly results: Item[];
}

function urlOfPage(page: number): string {
  const { origin, url } = currentContext();
  const address = new URL(`${origin}${url ?? '/'}`);
  address.searchParams.set('page', String(page));
  return address.href;
}

/** Wraps the rows of one page; `count` is the number of all rows. */
export function toPage<Item>(results: Item[], count: number, { page, page_size: size }: PageQuery): PageOf<Item> {
  const last = Math.max(1, Math.ceil(count / size));
  return {
    count,
    next: page < last ? urlOfPage(page + 1) : null,
    previous: page > 1 ? urlOfPage(Math.min(page - 1, last)) : null,
    results,
  };
}
