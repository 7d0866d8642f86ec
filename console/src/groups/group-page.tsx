import { Anchor, Grid, Group, Stack } from '@mantine/core';
import { Link, useParams } from 'react-router';
import { PlaceholderBadge } from '../parts/badges';
import { CopyField } from '../parts/copy-field';
import { Empty } from '../parts/empty';
import { Fact, Facts } from '../parts/facts';
import { Loaded } from '../parts/loaded';
import { Moment } from '../parts/moment';
import { Page } from '../parts/page';
import { Section } from '../parts/section';
import { countText } from '../words/moments';
import { GroupGifts } from './group-gifts';
import { GroupMembers } from './group-members';
import { GroupRequests } from './group-requests';
import { type ReceivedGroup, useGroup } from './queries';

function GroupFacts({ group }: { readonly group: ReceivedGroup }) {
  return (
    <Section title="At the identity provider">
      {group.placeholder && (
        <Group>
          <PlaceholderBadge />
        </Group>
      )}
      <Facts>
        <Fact name="Members">{countText(group.member_count)}</Fact>
        <Fact name="Last push">
          <Moment at={group.last_pushed_at} />
        </Fact>
      </Facts>
      {group.external_id !== null && <CopyField label="External id" value={group.external_id} />}
      <CopyField label="SCIM id" value={group.scim_id} />
    </Section>
  );
}

function leadOf({ placeholder }: ReceivedGroup): string {
  return placeholder
    ? 'A mapping names this group, and the identity provider has not pushed it yet. Link it there by this name.'
    : 'The identity provider decides who is in it; mappings decide what it gives.';
}

function GroupView({ group }: { readonly group: ReceivedGroup }) {
  return (
    <Page title={group.display_name} lead={leadOf(group)}>
      <Grid gap="lg">
        <Grid.Col span={{ base: 12, lg: 8 }}>
          <Stack gap="lg">
            <GroupGifts group={group} />
            <GroupMembers group={group} />
          </Stack>
        </Grid.Col>
        <Grid.Col span={{ base: 12, lg: 4 }}>
          <Stack gap="lg">
            <GroupFacts group={group} />
            <GroupRequests scimId={group.scim_id} />
          </Stack>
        </Grid.Col>
      </Grid>
    </Page>
  );
}

function NoSuchGroup() {
  return (
    <Page title="No such group">
      <Empty title="There is no such group">
        The identity provider may have deleted it.{' '}
        <Anchor component={Link} to="/groups" inherit underline="always">
          All groups
        </Anchor>
      </Empty>
    </Page>
  );
}

function KnownGroup({ id }: { readonly id: number }) {
  const group = useGroup(id);
  return (
    <Loaded query={group} what="the group" lines={8} missing={<NoSuchGroup />}>
      {(found) => <GroupView group={found} />}
    </Loaded>
  );
}

/** One group: what it gives, its members, and the SCIM requests about it. */
export default function GroupPage() {
  const id = Number(useParams().id);
  return Number.isSafeInteger(id) && id > 0 ? <KnownGroup key={id} id={id} /> : <NoSuchGroup />;
}
