import { Anchor } from '@mantine/core';
import { Link } from 'react-router';
import { Empty } from '../parts/empty';
import { Page } from '../parts/page';

/** Shown for an address without a view. */
export function NotFound() {
  return (
    <Page title="Nothing here">
      <Empty title="There is no such page">
        <Anchor component={Link} to="/" inherit>
          Back to the start
        </Anchor>
      </Empty>
    </Page>
  );
}
