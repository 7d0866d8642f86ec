import { Box, Button, Collapse, Group, Text, ThemeIcon } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import {
  IconAlertTriangle,
  IconArrowsSplit2,
  IconBuilding,
  IconChevronDown,
  IconFolder,
  type IconProps,
  IconUser,
  IconUsersGroup,
} from '@tabler/icons-react';
import { type ComponentType, useId } from 'react';
import { Moment } from '../parts/moment';
import { channelText } from '../words/actions';
import { countText } from '../words/moments';
import { AccessChanges } from './access-changes';
import { ActionText } from './action-text';
import style from './activity.module.css';
import type { Happening } from './feed';

const ICONS: readonly (readonly [beginning: string, icon: ComponentType<IconProps>])[] = [
  ['Group', IconUsersGroup],
  ['Placeholder', IconUsersGroup],
  ['Mappings', IconArrowsSplit2],
  ['Organization', IconBuilding],
  ['LargeLoss', IconAlertTriangle],
  ['Workspace', IconFolder],
  ['Project', IconFolder],
];

function Sign({ action }: { readonly action: string }) {
  const Icon = ICONS.find(([beginning]) => action.startsWith(beginning))?.[1] ?? IconUser;
  return (
    <ThemeIcon
      variant="light"
      radius="xl"
      size={30}
      color={action === 'access.large-loss' ? 'orange' : 'gray'}
      visibleFrom="xs"
      aria-hidden
    >
      <Icon size={16} />
    </ThemeIcon>
  );
}

function changesText(count: number): string {
  return count === 1 ? '1 change of access' : `${countText(count)} changes of access`;
}

interface HappeningRowProps {
  readonly happening: Happening;
  /** The user to whom the changes of access are restricted, if there is one. */
  readonly affectedUser: number | undefined;
}

/** What one request did; the changes of access can be opened. */
export function HappeningRow({ happening, affectedUser }: HappeningRowProps) {
  const { entries, changes, changeCount } = happening;
  const [opened, { toggle }] = useDisclosure();
  const id = useId();
  const [{ id: entry, datetime, email, extra_data }] = entries;
  return (
    <Box component="li" className={style.row}>
      <Group gap="sm" wrap="nowrap" align="flex-start">
        <Sign action={extra_data.action} />
        <Group className={style.grows} justify="space-between" align="flex-start" gap={6}>
          <Box miw={0}>
            {entries.map((each) => (
              <Text key={each.id} size="sm">
                <ActionText entry={each} />
              </Text>
            ))}
            <Text size="xs" c="dimmed" mt={2}>
              <Moment at={datetime} /> by {email ?? 'the server'}, {channelText(extra_data.channel)}
            </Text>
          </Box>
          {changeCount > 0 && (
            <Button
              size="compact-sm"
              variant="default"
              aria-expanded={opened}
              aria-controls={id}
              rightSection={<IconChevronDown size={14} aria-hidden className={opened ? style.turned : undefined} />}
              onClick={toggle}
            >
              {changesText(changeCount)}
            </Button>
          )}
        </Group>
      </Group>
      <Collapse expanded={opened} id={id}>
        {opened && (
          <Box pt={4} className={style.changes}>
            <AccessChanges entry={entry} affectedUser={affectedUser} first={changes} count={changeCount} />
          </Box>
        )}
      </Collapse>
    </Box>
  );
}
