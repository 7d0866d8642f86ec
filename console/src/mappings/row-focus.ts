import type { Panel } from './draft';

/** The id of a row's element in the page. */
export function elementIdOf(rowId: number): string {
  return `mapping-${rowId}`;
}

/** The id of the button that adds to a list. */
export function addButtonIdOf(panel: Panel): string {
  return `add-${panel}`;
}

/** Moves the focus into a row, to its faulty field if there is one; to the button that adds, if the row is gone. */
export function focusRow(rowId: number, panel: Panel): void {
  const row = document.getElementById(elementIdOf(rowId));
  const place = row?.querySelector<HTMLElement>('[aria-invalid="true"]') ?? row?.querySelector('button');
  (place ?? document.getElementById(addButtonIdOf(panel)))?.focus();
}
