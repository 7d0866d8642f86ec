import { Stack, Switch } from '@mantine/core';
import { noticeDone, noticeFailed } from '../parts/notices';
import { Section } from '../parts/section';
import { type Organization, useUpdateOrganization } from './queries';

interface Setting {
  readonly name: 'manual_role_management' | 'manual_workspace_management' | 'manual_project_member_management';
  readonly label: string;
  readonly off: string;
  readonly on: string;
}

const SETTINGS: readonly Setting[] = [
  {
    name: 'manual_role_management',
    label: 'Keep roles',
    off: 'Off: whoever leaves the last group that gave them a role is Deactivated.',
    on: 'On: whoever leaves the last group that gave them a role keeps that role, as if given by hand.',
  },
  {
    name: 'manual_workspace_management',
    label: 'Keep workspaces',
    off: 'Off: whoever leaves the last group of a workspace leaves the workspace, unless added by hand as well.',
    on: 'On: whoever leaves the last group of a workspace stays in it, as if added by hand.',
  },
  {
    name: 'manual_project_member_management',
    label: 'Keep projects',
    off: 'Off: whoever leaves the last group of a project leaves the project, unless added by hand as well.',
    on: 'On: whoever leaves the last group of a project stays in it, as if added by hand.',
  },
];

interface SettingSwitchProps {
  readonly setting: Setting;
  readonly isOn: boolean;
}

function SettingSwitch({ setting: { name, label, on, off }, isOn }: SettingSwitchProps) {
  const update = useUpdateOrganization();
  const shown = update.isPending ? !isOn : isOn;
  const change = (next: boolean): void =>
    update.mutate(
      { [name]: next },
      {
        onSuccess: () => noticeDone(`${label}: ${next ? 'on' : 'off'} from now on.`),
        onError: (error) => noticeFailed(`${label} was not changed`, error),
      },
    );
  return (
    <Switch
      label={label}
      description={shown ? on : off}
      checked={shown}
      disabled={update.isPending}
      onChange={({ currentTarget }) => change(currentTarget.checked)}
    />
  );
}

/** What happens to access from a group when the group no longer gives it. */
export function ManualSection({ organization }: { readonly organization: Organization }) {
  return (
    <Section
      title="When a group no longer gives something"
      lead="Each applies from now on. Switching on brings nothing back; switching off takes nothing that was kept, which then goes by hand only."
    >
      <Stack gap="lg">
        {SETTINGS.map((setting) => (
          <SettingSwitch key={setting.name} setting={setting} isOn={organization[setting.name]} />
        ))}
      </Stack>
    </Section>
  );
}
