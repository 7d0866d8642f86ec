import { Box } from '@mantine/core';
import style from './activity.module.css';
import { happeningsOf } from './feed';
import { HappeningRow } from './happening-row';
import type { ActivityEntry } from './queries';

/** Entries of the log, those of one request together. */
export function Feed({ log }: { readonly log: readonly ActivityEntry[] }) {
  return (
    <Box component="ul" className={style.list}>
      {happeningsOf(log).map((happening) => (
        <HappeningRow key={happening.entries[0].id} happening={happening} />
      ))}
    </Box>
  );
}
