import { Button, Group, NumberInput, Stack, Text } from '@mantine/core';
import { useDraft } from '../parts/draft';
import { Failure } from '../parts/failure';
import { noticeDone } from '../parts/notices';
import { countText } from '../words/moments';
import { type Organization, useUpdateOrganization } from './queries';

type Seats = Organization['seats'];

const MOST = 2_147_483_647;

function servedText(before: Seats, after: Seats): string {
  const served = before.waiting - after.waiting;
  const limit = after.limit === null ? 'The limit is gone.' : `The limit is ${countText(after.limit)} now.`;
  if (served <= 0) return limit;
  return `${limit} ${served === 1 ? '1 person who waited has a seat.' : `${countText(served)} people who waited have a seat.`}`;
}

/** What a limit would do, before it is saved. */
function foresight({ used, limit, waiting }: Seats, next: number | null): string {
  if (next !== null && next < used)
    return `${countText(used)} are in use: nobody loses theirs, and nobody else gets one until fewer than ${countText(next)} are.`;
  const more = next === null ? waiting : Math.min(waiting, next - used);
  if (next !== limit && more > 0)
    return `Saving gives a seat to ${more === 1 ? '1 person who waits' : `${countText(more)} people who wait`}, in the order in which they came.`;
  return 'Empty for no limit.';
}

/** Sets the limit, or removes it. */
export function SeatLimitForm({ seats }: { readonly seats: Seats }) {
  const { text, setText, handOn } = useDraft(seats.limit === null ? '' : String(seats.limit));
  const update = useUpdateOrganization();
  const limit = text === '' ? null : Number(text);
  const save = (): void => {
    handOn(text);
    update.mutate(
      { seat_limit: limit },
      { onSuccess: (organization) => noticeDone(servedText(seats, organization.seats)) },
    );
  };
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        save();
      }}
    >
      <Stack gap="sm">
        {update.isError && <Failure title="The limit was not saved" error={update.error} />}
        <NumberInput
          label="Seat limit"
          placeholder="No limit"
          min={0}
          max={MOST}
          allowDecimal={false}
          allowNegative={false}
          thousandSeparator=","
          value={text}
          onChange={(next) => setText(String(next))}
        />
        <Text size="sm" c="dimmed" aria-live="polite">
          {foresight(seats, limit)}
        </Text>
        <Group>
          <Button type="submit" loading={update.isPending} disabled={limit === seats.limit}>
            Save seat limit
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
