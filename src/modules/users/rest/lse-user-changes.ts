import type { ScimResource } from '../../../scim/index.js';
import type { UpdateUserDto } from './user.dto.js';

interface Name {
  readonly givenName?: string;
  readonly familyName?: string;
  readonly formatted?: string;
}

interface PhoneNumber {
  readonly value?: string;
  readonly type?: string;
}

type NameChanges = Pick<UpdateUserDto, 'first_name' | 'last_name'>;

const given = (part: string | undefined) => (part === '' ? undefined : part);

/** The name after an edit. `formatted` was composed from the other parts, so it is removed when they change. */
function nameAfter(name: Name, { first_name, last_name }: NameChanges): Name {
  const { givenName, familyName, formatted, ...others } = name;
  const after = { givenName: given(first_name ?? givenName), familyName: given(last_name ?? familyName) };
  const isSame = after.givenName === givenName && after.familyName === familyName;
  const parts = Object.entries({ ...after, ...(isSame ? { formatted } : {}) });
  return { ...others, ...Object.fromEntries(parts.filter(([, value]) => value !== undefined)) };
}

/** The phone numbers after an edit; LSE knows one number, the first. */
function phoneNumbersAfter([first, ...others]: readonly PhoneNumber[], phone: string | undefined): PhoneNumber[] {
  if (phone === undefined) return first ? [first, ...others] : others;
  if (phone === '') return others;
  return [{ type: 'work', ...first, value: phone }, ...others];
}

/** The SCIM attributes of an account after an edit over REST. */
export function changedAttributes(attributes: ScimResource, changes: UpdateUserDto): ScimResource {
  const { name, phoneNumbers, ...others } = attributes as ScimResource & {
    readonly name?: Name;
    readonly phoneNumbers?: readonly PhoneNumber[];
  };
  const newName = nameAfter(name ?? {}, changes);
  const newNumbers = phoneNumbersAfter(phoneNumbers ?? [], changes.phone);
  return {
    ...others,
    ...(Object.keys(newName).length === 0 ? {} : { name: newName }),
    ...(newNumbers.length === 0 ? {} : { phoneNumbers: newNumbers }),
  };
}
