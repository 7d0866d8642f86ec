interface Named {
  readonly first_name: string;
  readonly last_name: string;
  readonly email: string | null;
  readonly username: string;
}

/** What to call a person: their name, or else their address or userName. */
export function personName({ first_name, last_name, email, username }: Named): string {
  const name = `${first_name} ${last_name}`.trim();
  return name === '' ? (email ?? username) : name;
}

/** What to show beside a person's name: the address, or else the userName; empty if it is what they are called by. */
export function personAddress(person: Named): string {
  const address = person.email ?? person.username;
  return address === personName(person) ? '' : address;
}
