/** The values that a call puts into a statement. */
export interface Values {
  readonly organizationId: number;
  readonly userIds: readonly number[];
  readonly requestId: string;
}

/** A statement as text, and its parameters in order: each a value of the call, or always the same. */
export interface Statement {
  readonly text: string;
  readonly places: readonly (keyof Values | { readonly always: unknown })[];
}

/** The statements with which the server evaluates access. */
export interface AccessStatements {
  readonly newRole: Statement;
  readonly role: Statement;
  readonly ofOne: readonly Statement[];
  readonly ofMany: readonly Statement[];
}

/** The values of a statement for one call. */
export function valuesOf({ places }: Statement, values: Values): unknown[] {
  return places.map((place) => (typeof place === 'string' ? values[place] : place.always));
}
