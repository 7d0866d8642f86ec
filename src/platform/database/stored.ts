import type { Selectable } from 'kysely';

type AsRead<Value> = [Date] extends [Value] ? Value | string : Value;

/** The type of a row that a query returns: the columns of an entity, with dates as text or `Date`, as the drivers give them. */
export type Stored<Table> = { readonly [Column in keyof Selectable<Table>]: AsRead<Selectable<Table>[Column]> };
