import { Button, Group, Select, Stack } from '@mantine/core';
import { useDraft } from '../parts/draft';
import { Failure } from '../parts/failure';
import { noticeDone } from '../parts/notices';
import { Section } from '../parts/section';
import { GIVEN_ROLES, roleName } from '../words/roles';
import { type Organization, useSetDefaultRole } from './queries';

const OPTIONS = GIVEN_ROLES.map((role) => ({ value: role, label: roleName(role) }));

/** The role of people to whom no group gives one. */
export function DefaultRoleSection({ organization }: { readonly organization: Organization }) {
  const { text, setText, handOn } = useDraft(organization.default_role);
  const change = useSetDefaultRole();
  const role = GIVEN_ROLES.find((each) => each === text);
  const save = (): void => {
    if (!role) return;
    handOn(role);
    change.mutate(
      { default_role: role },
      { onSuccess: () => noticeDone(`New accounts are given the role ${roleName(role)} from now on.`) },
    );
  };
  return (
    <Section title="Default role" lead="For accounts that are made or reactivated from now on. It moves nobody.">
      <form
        onSubmit={(event) => {
          event.preventDefault();
          save();
        }}
      >
        <Stack gap="sm">
          {change.isError && <Failure title="The default role was not saved" error={change.error} />}
          <Select
            label="Role of new accounts"
            description="Until a group gives them another. Not Activated lets them do nothing until then."
            data={OPTIONS}
            value={text}
            allowDeselect={false}
            onChange={(next) => setText(next ?? organization.default_role)}
          />
          <Group>
            <Button type="submit" loading={change.isPending} disabled={text === organization.default_role}>
              Save default role
            </Button>
          </Group>
        </Stack>
      </form>
    </Section>
  );
}
