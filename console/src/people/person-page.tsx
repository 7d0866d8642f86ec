import { Grid, Stack } from '@mantine/core';
import { Anchor } from '@mantine/core';
import { Link, useParams } from 'react-router';
import { GroupsOf } from '../access/groups-of';
import { type Access, useAccess, useGroupsOf } from '../access/queries';
import { Empty } from '../parts/empty';
import { Loaded } from '../parts/loaded';
import { Page } from '../parts/page';
import { Section } from '../parts/section';
import { usePerson } from '../session/session';
import { personAddress, personName } from '../words/people';
import { AccountFacts } from './account-facts';
import { ProjectsByHand } from './projects-by-hand';
import { type Member, useMember } from './queries';
import { RecentChanges } from './recent-changes';
import { RemovePerson } from './remove-person';
import { RoleByHand } from './role-by-hand';
import { WorkspacesByHand } from './workspaces-by-hand';

function AccessSections({ member, access }: { readonly member: Member; readonly access: Access }) {
  return (
    <Stack gap="lg">
      <RoleByHand userId={member.id} access={access} />
      <WorkspacesByHand userId={member.id} access={access} />
      <ProjectsByHand userId={member.id} access={access} />
    </Stack>
  );
}

function PersonView({ member }: { readonly member: Member }) {
  const { id, user, role } = member;
  const access = useAccess(id);
  const groups = useGroupsOf(id);
  const self = usePerson();
  return (
    <Page
      title={personName(user)}
      lead={personAddress(user) || undefined}
      actions={role !== 'OW' && id !== self.id && <RemovePerson userId={id} name={personName(user)} />}
    >
      <Grid gap="lg">
        <Grid.Col span={{ base: 12, lg: 8 }}>
          <Loaded query={access} what="what they may do" lines={8}>
            {(explained) => <AccessSections member={member} access={explained} />}
          </Loaded>
        </Grid.Col>
        <Grid.Col span={{ base: 12, lg: 4 }}>
          <Stack gap="lg">
            <AccountFacts member={member} />
            <Section title="Groups">
              <Loaded query={groups} what="their groups">
                {(list) => <GroupsOf groups={list} />}
              </Loaded>
            </Section>
            <RecentChanges userId={id} />
          </Stack>
        </Grid.Col>
      </Grid>
    </Page>
  );
}

function NoSuchPerson() {
  return (
    <Page title="No such person">
      <Empty title="The organization has no such person">
        The account may have been removed.{' '}
        <Anchor component={Link} to="/people" inherit underline="always">
          All people
        </Anchor>
      </Empty>
    </Page>
  );
}

function KnownPerson({ id }: { readonly id: number }) {
  const member = useMember(id);
  return (
    <Loaded query={member} what="the person" lines={8} missing={<NoSuchPerson />}>
      {(found) => <PersonView member={found} />}
    </Loaded>
  );
}

/** One person: role and reasons, workspaces, projects and groups, and what can be given or taken manually. */
export default function PersonPage() {
  const id = Number(useParams().id);
  return Number.isSafeInteger(id) && id > 0 ? <KnownPerson key={id} id={id} /> : <NoSuchPerson />;
}
