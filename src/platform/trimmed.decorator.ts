import { Transform } from 'class-transformer';
import { trimName } from '../text/index.js';

/** For a name or an address: it is taken without the blanks around it, so that nothing but blanks is empty. */
export const Trimmed = () =>
  Transform(({ value }: { value: unknown }) => (typeof value === 'string' ? trimName(value) : value));
