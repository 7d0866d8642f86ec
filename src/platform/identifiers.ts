import { v7 } from 'uuid';

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;

/** A SCIM id: a UUID of version 7, so that ids made after each other lie side by side in an index. */
export function newScimId(): string {
  return v7();
}

/** Whether a text may be compared with a `uuid` column at all. */
export function isUuid(text: string): boolean {
  return UUID.test(text);
}
