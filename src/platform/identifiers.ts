import { v7 } from 'uuid';

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;

/** Makes a SCIM id: a UUID of version 7, so that an index keeps ids made one after the other side by side. */
export function newScimId(): string {
  return v7();
}

/** Whether a text can be compared with a `uuid` column. */
export function isUuid(text: string): boolean {
  return UUID.test(text);
}
