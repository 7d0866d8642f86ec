import { Button, Group, Modal, Stack, Text, TextInput } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import { ApiError } from '../api/errors';
import { countText } from '../words/moments';

/** A change that the server may ask to confirm: `confirm` is the number of users, once the person has confirmed it. */
export type BrakedChange = (confirm: number | undefined) => Promise<unknown>;

interface Question {
  readonly affected: number;
  readonly sentence: string;
  readonly change: BrakedChange;
  readonly settle: (done: boolean) => void;
  readonly fail: (error: unknown) => void;
}

/**
 * For changes that may take access from many. `run` makes the change; if the server wants its number confirmed, it asks
 * the person and makes the change again with that number. `dialog` must be rendered.
 *
 * `run` resolves to whether the change was made, and rejects with any other refusal.
 */
export function useBrake(): { run: (change: BrakedChange) => Promise<boolean>; dialog: ReactNode } {
  const [question, setQuestion] = useState<Question>();

  const attempt = async (change: BrakedChange, confirm: number | undefined): Promise<boolean> => {
    try {
      await change(confirm);
      return true;
    } catch (error) {
      if (!(error instanceof ApiError) || error.toConfirm === undefined) throw error;
      const { toConfirm: affected, message: sentence } = error;
      return new Promise<boolean>((settle, fail) => setQuestion({ affected, sentence, change, settle, fail }));
    }
  };

  const close = (): void => {
    question?.settle(false);
    setQuestion(undefined);
  };
  const confirm = (): void => {
    if (!question) return;
    setQuestion(undefined);
    attempt(question.change, question.affected).then(question.settle, question.fail);
  };

  return {
    run: (change) => attempt(change, undefined),
    dialog: question && (
      <BrakeDialog affected={question.affected} sentence={question.sentence} onCancel={close} onConfirm={confirm} />
    ),
  };
}

interface BrakeDialogProps {
  readonly affected: number;
  readonly sentence: string;
  readonly onCancel: () => void;
  readonly onConfirm: () => void;
}

function BrakeDialog({ affected, sentence, onCancel, onConfirm }: BrakeDialogProps) {
  const [typed, setTyped] = useState('');
  const [what] = sentence.split('. ');
  return (
    <Modal opened onClose={onCancel} title="Many people would lose access" closeButtonProps={{ 'aria-label': 'Close' }}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          onConfirm();
        }}
      >
        <Stack>
          <Text size="sm">{what}. Nothing has been changed yet.</Text>
          <TextInput
            data-autofocus
            label={`To go on, type the number of people: ${affected}`}
            inputMode="numeric"
            value={typed}
            onChange={(event) => setTyped(event.currentTarget.value)}
          />
          <Group justify="flex-end">
            <Button variant="default" onClick={onCancel}>
              Keep everything as it is
            </Button>
            <Button type="submit" color="red.9" disabled={typed.replace(/\D/g, '') !== String(affected)}>
              Take access from {countText(affected)}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}
