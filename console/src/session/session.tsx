import { useQuery } from '@tanstack/react-query';
import { createContext, type ReactNode, useContext } from 'react';
import { answer, api, type Schemas } from '../api/client';
import { Loaded } from '../parts/loaded';
import type { Role } from '../words/roles';

/** The person to whom the token belongs, with their role in the organization. */
export interface Person extends Omit<Schemas['WhoAmIDto'], 'org_membership'> {
  readonly role: Role;
}

const PersonContext = createContext<Person | undefined>(undefined);

function personOf({ org_membership: [membership], ...user }: Schemas['WhoAmIDto']): Person {
  return { ...user, role: (membership?.role ?? 'DI') as Role };
}

/** Finds out who is signed in before anything else is shown. */
export function Session({ children }: { readonly children: ReactNode }) {
  const whoami = useQuery({ queryKey: ['whoami'], queryFn: () => answer(api.GET('/api/current-user/whoami')) });
  return (
    <Loaded query={whoami} what="your account">
      {(user) => <PersonContext value={personOf(user)}>{children}</PersonContext>}
    </Loaded>
  );
}

/** The signed-in person; only inside `Session`. */
export function usePerson(): Person {
  const person = useContext(PersonContext);
  if (!person) throw new Error('Nobody has signed in here');
  return person;
}

/** Whether a role may see what administrators see. */
export function isAdministrator(role: Role): boolean {
  return role === 'OW' || role === 'AD';
}
