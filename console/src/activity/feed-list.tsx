import { Box } from '@mantine/core';
import style from './activity.module.css';
import { happeningsOf } from './feed';
import { HappeningRow } from './happening-row';
import type { ActivityEntry } from './queries';

interface FeedProps {
  readonly log: readonly ActivityEntry[];
  /** The user to whom the log's changes of access are restricted, if there is one. */
  readonly affectedUser?: number;
}

/** Entries of the log; those of one request are shown together. */
export function Feed({ log, affectedUser }: FeedProps) {
  return (
    <Box component="ul" className={style.list}>
      {happeningsOf(log).map((happening) => (
        <HappeningRow key={happening.entries[0].id} happening={happening} affectedUser={affectedUser} />
      ))}
    </Box>
  );
}
