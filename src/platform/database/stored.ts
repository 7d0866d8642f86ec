import type { Selectable } from 'kysely';

type AsRead<Value> = [Date] extends [Value] ? Value | string : Value;

/** A row of a table as a query returns it: an entity's columns, in which instants may be text, as drivers leave them. */
export type Stored<Table> = { readonly [Column in keyof Selectable<Table>]: AsRead<Selectable<Table>[Column]> };
