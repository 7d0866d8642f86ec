interface Named {
  readonly first_name: string;
  readonly last_name: string;
  readonly email: string | null;
  readonly username: string;
}

/** What to call somebody: their name, or what they are known by without one. */
export function personName({ first_name, last_name, email, username }: Named): string {
  const name = `${first_name} ${last_name}`.trim();
  return name === '' ? (email ?? username) : name;
}

/** The address beside the name, or the userName of whoever has none; empty where it is what they are called by. */
export function personAddress(person: Named): string {
  const address = person.email ?? person.username;
  return address === personName(person) ? '' : address;
}
