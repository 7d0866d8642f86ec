import { CloseButton, TextInput } from '@mantine/core';
import { useDebouncedCallback } from '@mantine/hooks';
import { IconSearch } from '@tabler/icons-react';
import { useDraft } from './draft';

const PAUSE_MS = 250;

interface SearchFieldProps {
  readonly label: string;
  readonly placeholder?: string;
  readonly value: string | undefined;
  /** Called once typing pauses. */
  readonly onSearch: (text: string) => void;
}

/** Searches on the server during typing. */
export function SearchField({ label, placeholder, value, onSearch }: SearchFieldProps) {
  const { text, setText, handOn } = useDraft(value);
  const search = useDebouncedCallback((typed: string) => {
    handOn(typed);
    onSearch(typed);
  }, PAUSE_MS);
  const change = (next: string): void => {
    setText(next);
    search(next.trim());
  };
  return (
    <TextInput
      type="search"
      aria-label={label}
      placeholder={placeholder ?? label}
      value={text}
      onChange={(event) => change(event.currentTarget.value)}
      leftSection={<IconSearch size={16} aria-hidden />}
      rightSection={
        text === '' ? null : <CloseButton size="sm" aria-label="Clear the search" onClick={() => change('')} />
      }
      w={{ base: '100%', sm: 280 }}
    />
  );
}
