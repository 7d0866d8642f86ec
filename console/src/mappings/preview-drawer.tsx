import { Button, Drawer, Group, Stack, Text } from '@mantine/core';
import type { Schemas } from '../api/client';
import { Empty } from '../parts/empty';
import { Failure } from '../parts/failure';
import { Loaded } from '../parts/loaded';
import { countText } from '../words/moments';
import styles from './mappings.module.css';
import { peopleText } from './panel-words';
import { PreviewEntryView } from './preview-entry';
import { useProjects, type usePreview } from './queries';

type Preview = ReturnType<typeof usePreview>;

interface PreviewDrawerProps {
  readonly opened: boolean;
  readonly preview: Preview;
  readonly onClose: () => void;
  readonly onSave: () => void;
}

function NewThings({ what, names }: { readonly what: readonly [string, string]; readonly names: readonly string[] }) {
  if (names.length === 0) return null;
  return (
    <Text size="sm">
      {names.length === 1 ? what[0] : `${countText(names.length)} ${what[1]}`}: <b>{names.join(', ')}</b>
    </Text>
  );
}

/** The numbers of a preview, and what saving would create. */
function Summary({ of }: { readonly of: Schemas['PreviewDto'] }) {
  const { users_checked: checked, users_changed: changed, workspaces_created, groups_created } = of;
  return (
    <Stack gap={4} role="status">
      <Text fw={600} size="lg">
        {changed === 0 ? 'Nobody’s access changes' : `Access changes for ${peopleText(changed)}`}
      </Text>
      <Text size="sm" c="dimmed">
        {checked === 0 ? 'The groups concerned have no members' : `${peopleText(checked)} checked`}
      </Text>
      <NewThings what={['New workspace', 'new workspaces']} names={workspaces_created} />
      <NewThings what={['New placeholder group', 'new placeholder groups']} names={groups_created} />
    </Stack>
  );
}

function Entries({ preview }: { readonly preview: Preview }) {
  const entries = preview.data?.pages.flatMap(({ changes }) => changes) ?? [];
  const ids = entries.flatMap(({ projects }) =>
    [...(projects?.added ?? []), ...(projects?.changed ?? []), ...(projects?.removed ?? [])].map(({ id }) => id),
  );
  const { data: projects } = useProjects(ids);
  const total = preview.data?.pages[0]?.users_changed ?? 0;
  if (entries.length === 0) {
    return (
      <Empty title="Everybody keeps what they have">
        The mappings can be saved all the same; they count for whoever joins these groups later.
      </Empty>
    );
  }
  return (
    <>
      <ul className={styles.rows} aria-label="People whose access changes">
        {entries.map((entry) => (
          <PreviewEntryView
            key={entry.user.id}
            entry={entry}
            projectTitle={(id) => projects?.get(id)?.title ?? `Project ${id}`}
          />
        ))}
      </ul>
      {preview.isFetchNextPageError && (
        <Failure title="Could not read more" error={preview.error} retry={() => void preview.fetchNextPage()} />
      )}
      {preview.hasNextPage && (
        <Group gap="sm">
          <Button
            variant="default"
            size="sm"
            loading={preview.isFetchingNextPage}
            onClick={() => void preview.fetchNextPage()}
          >
            Show more people
          </Button>
          <Text size="sm" c="dimmed">
            {countText(entries.length)} of {countText(total)}
          </Text>
        </Group>
      )}
    </>
  );
}

/** What the changes would do, and for whom, before they are saved. */
export function PreviewDrawer({ opened, preview, onClose, onSave }: PreviewDrawerProps) {
  return (
    <Drawer
      opened={opened}
      onClose={onClose}
      position="right"
      size="lg"
      title="What saving would change"
      closeButtonProps={{ 'aria-label': 'Close' }}
    >
      <Stack>
        <Loaded query={preview} what="what would change" lines={6}>
          {({ pages: [first] }) => (
            <>
              {first && <Summary of={first} />}
              <Group>
                <Button onClick={onSave}>Save</Button>
                <Button variant="default" onClick={onClose}>
                  Back to the mappings
                </Button>
              </Group>
              <Entries preview={preview} />
            </>
          )}
        </Loaded>
      </Stack>
    </Drawer>
  );
}
