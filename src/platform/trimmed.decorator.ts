import { Transform } from 'class-transformer';
import { trimName } from '../text/index.js';

/** For a name or an address: removes the blanks around it, so that nothing but blanks becomes empty. */
export const Trimmed = () =>
  Transform(({ value }: { value: unknown }) => (typeof value === 'string' ? trimName(value) : value));
