import { Grid, Stack } from '@mantine/core';
import { GroupsOf } from '../access/groups-of';
import { ProjectList } from '../access/project-list';
import { useAccess, useGroupsOf } from '../access/queries';
import { RoleReasons } from '../access/role-reasons';
import { WorkspaceList } from '../access/workspace-list';
import { CopyField } from '../parts/copy-field';
import { Fact, Facts } from '../parts/facts';
import { Loaded } from '../parts/loaded';
import { Page } from '../parts/page';
import { Section } from '../parts/section';
import { type Person, usePerson } from '../session/session';
import { personName } from '../words/people';

function Account({ person }: { readonly person: Person }) {
  return (
    <Section title="My account">
      <Facts>
        <Fact name="Name">{personName(person)}</Fact>
        <Fact name="Email">{person.email ?? 'none'}</Fact>
      </Facts>
      <CopyField label="SCIM id" value={person.scim_id} />
    </Section>
  );
}

/** What the signed-in person may do, and why; nothing can be changed here. */
export default function MePage() {
  const person = usePerson();
  const access = useAccess(person.id);
  const groups = useGroupsOf(person.id);
  return (
    <Page title="What I may do" lead="Your role, workspaces and projects, each with the reason why you have it.">
      <Grid gap="lg">
        <Grid.Col span={{ base: 12, md: 8 }}>
          <Loaded query={access} what="your access" lines={8}>
            {(mine) => (
              <Stack gap="lg">
                <Section title="My role">
                  <RoleReasons access={mine} />
                </Section>
                <Section title="My workspaces">
                  <WorkspaceList access={mine} />
                </Section>
                <Section title="My projects">
                  <ProjectList access={mine} />
                </Section>
              </Stack>
            )}
          </Loaded>
        </Grid.Col>
        <Grid.Col span={{ base: 12, md: 4 }}>
          <Stack gap="lg">
            <Account person={person} />
            <Section title="My groups">
              <Loaded query={groups} what="your groups">
                {(list) => <GroupsOf groups={list} />}
              </Loaded>
            </Section>
          </Stack>
        </Grid.Col>
      </Grid>
    </Page>
  );
}
