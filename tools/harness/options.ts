type Variables = Readonly<Record<string, string | undefined>>;

function numberOf(
  variables: Variables,
  name: string,
  otherwise: number,
  kind: string,
  fits: (value: number) => boolean,
) {
  const text = variables[name]?.trim() ?? '';
  if (text === '') return otherwise;
  const value = Number(text);
  if (fits(value)) return value;
  throw new Error(`${name} must be ${kind} above 0`);
}

/**
 * Reads a whole number above 0 from an environment variable.
 *
 * @param otherwise the number if the variable is not set, or blank
 * @throws Error that names the variable
 */
export function wholeNumber(variables: Variables, name: string, otherwise: number, max = Number.MAX_SAFE_INTEGER) {
  const fits = (value: number) => Number.isInteger(value) && value > 0 && value <= max;
  return numberOf(variables, name, otherwise, 'a whole number', fits);
}

/** Reads a number above 0 that need not be whole. @throws Error that names the variable */
export function positiveNumber(variables: Variables, name: string, otherwise: number) {
  return numberOf(variables, name, otherwise, 'a number', (value) => value > 0 && Number.isFinite(value));
}
