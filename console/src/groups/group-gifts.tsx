import { Anchor } from '@mantine/core';
import { Link } from 'react-router';
import { Loaded } from '../parts/loaded';
import { Section } from '../parts/section';
import { GiftList } from './gift-list';
import { giftsOf } from './gifts';
import { type ReceivedGroup, useGifts, useProjectTitles } from './queries';

/** What one group gives, with a link to where that is changed. */
export function GroupGifts({ group }: { readonly group: ReceivedGroup }) {
  const gifts = useGifts();
  const projects = gifts.data ? giftsOf(gifts.data, group.display_name).projects : [];
  const titles = useProjectTitles(projects.map(({ id }) => id));
  return (
    <Section
      title="What it gives"
      actions={
        <Anchor component={Link} to="/mappings" size="sm">
          Change the mappings
        </Anchor>
      }
    >
      <Loaded query={gifts} what="what the group gives" lines={2}>
        {(all) => <GiftList gifts={giftsOf(all, group.display_name)} titles={titles.data} />}
      </Loaded>
    </Section>
  );
}
