import { Button, Group, Select, Stack, TextInput } from '@mantine/core';
import { useState } from 'react';
import { Failure } from '../parts/failure';
import { useCreateToken } from './queries';

const DAY_MS = 86_400_000;

const EXPIRIES = [
  { value: '', label: 'Never' },
  { value: '30', label: 'In 30 days' },
  { value: '90', label: 'In 90 days' },
  { value: '365', label: 'In a year' },
];

function expiry(days: string): string | null {
  return days === '' ? null : new Date(Date.now() + Number(days) * DAY_MS).toISOString();
}

interface NewTokenProps {
  readonly suggestion: string;
  readonly onCreated: (secret: string) => void;
  readonly onCancel: () => void;
}

/** Asks for the name of a token, and how long it is valid. */
export function NewToken({ suggestion, onCreated, onCancel }: NewTokenProps) {
  const [name, setName] = useState(suggestion);
  const [days, setDays] = useState('');
  const create = useCreateToken();
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        create.mutate({ name: name.trim(), expires_at: expiry(days) }, { onSuccess: ({ token }) => onCreated(token) });
      }}
    >
      <Stack>
        {create.isError && <Failure title="No token was made" error={create.error} />}
        <TextInput
          data-autofocus
          label="Name"
          description="Who or what uses it, so that you know later which one to revoke."
          placeholder="Okta"
          maxLength={200}
          required
          withAsterisk={false}
          value={name}
          onChange={(event) => setName(event.currentTarget.value)}
        />
        <Select
          label="Expires"
          description="When it does, provisioning stops until the identity provider has a new one."
          data={EXPIRIES}
          value={days}
          allowDeselect={false}
          onChange={(next) => setDays(next ?? '')}
        />
        <Group justify="flex-end">
          <Button variant="default" onClick={onCancel}>
            Cancel
          </Button>
          <Button type="submit" loading={create.isPending} disabled={name.trim() === ''}>
            Create
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
