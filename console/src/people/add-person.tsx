import { Button, Group, Modal, Stack, Text, TextInput } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useNavigate } from 'react-router';
import { answer, api } from '../api/client';
import { ApiError } from '../api/errors';
import { Failure } from '../parts/failure';
import { noticeDone } from '../parts/notices';
import { personName } from '../words/people';
import { roleName } from '../words/roles';
import { useOrganization } from './queries';

type NewPerson = Record<'email' | 'first_name' | 'last_name', string>;

const NOBODY: NewPerson = { email: '', first_name: '', last_name: '' };
const FIELDS = [
  ['email', 'Email', 'email'],
  ['first_name', 'First name', 'text'],
  ['last_name', 'Last name', 'text'],
] as const;

interface AddPersonProps {
  readonly opened: boolean;
  readonly onClose: () => void;
}

/** Creates an account manually; the identity provider finds it by its address later. */
export function AddPerson({ opened, onClose }: AddPersonProps) {
  return (
    <Modal opened={opened} onClose={onClose} title="Add a person" closeButtonProps={{ 'aria-label': 'Close' }}>
      <NewPersonForm onClose={onClose} />
    </Modal>
  );
}

function useAddPerson(onDone: () => void) {
  const client = useQueryClient();
  const navigate = useNavigate();
  return useMutation({
    mutationFn: (body: NewPerson) => answer(api.POST('/api/users', { body })),
    onSuccess: async (user) => {
      noticeDone(`${personName(user)} is added.`);
      onDone();
      await navigate(`/people/${user.id}`);
      await Promise.all([
        client.invalidateQueries({ queryKey: ['people'] }),
        client.invalidateQueries({ queryKey: ['organization'] }),
      ]);
    },
  });
}

/** The server's messages for the fields of the form; all others are shown above them. */
function messagesOf(error: unknown): Readonly<Record<string, string[]>> {
  return error instanceof ApiError ? error.fields : {};
}

function NewPersonForm({ onClose }: { readonly onClose: () => void }) {
  const [person, setPerson] = useState(NOBODY);
  const organization = useOrganization();
  const add = useAddPerson(onClose);
  const messages = messagesOf(add.error);
  const isElsewhere = add.isError && FIELDS.every(([field]) => messages[field] === undefined);
  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        add.mutate(person);
      }}
    >
      <Stack>
        <Text size="sm" c="dimmed">
          The account gets the default role
          {organization.data ? ` (${roleName(organization.data.default_role)})` : ''}. If the identity provider pushes
          the same address later, it takes this account over.
        </Text>
        {isElsewhere && <Failure title="Nobody was added" error={add.error} />}
        {FIELDS.map(([field, label, type], at) => (
          <TextInput
            key={field}
            data-autofocus={at === 0 || undefined}
            label={label}
            type={type}
            autoComplete="off"
            required={field === 'email'}
            value={person[field]}
            error={messages[field]?.join(' ')}
            onChange={(event) => setPerson({ ...person, [field]: event.currentTarget.value })}
          />
        ))}
        <Group justify="flex-end">
          <Button variant="default" onClick={onClose}>
            Cancel
          </Button>
          <Button type="submit" loading={add.isPending} disabled={person.email.trim() === ''}>
            Add
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
