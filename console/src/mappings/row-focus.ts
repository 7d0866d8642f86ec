import type { Panel } from './draft';

/** The element of a row in the page. */
export function elementIdOf(rowId: number): string {
  return `mapping-${rowId}`;
}

/** The button that adds to a list. */
export function addButtonIdOf(panel: Panel): string {
  return `add-${panel}`;
}

/** Puts the focus into a row, on what is wrong with it if anything is; on the way to a new one, if the row is gone. */
export function focusRow(rowId: number, panel: Panel): void {
  const row = document.getElementById(elementIdOf(rowId));
  const place = row?.querySelector<HTMLElement>('[aria-invalid="true"]') ?? row?.querySelector('button');
  (place ?? document.getElementById(addButtonIdOf(panel)))?.focus();
}
