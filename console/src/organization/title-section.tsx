import { Button, Group, Stack, TextInput } from '@mantine/core';
import { useDraft } from '../parts/draft';
import { Failure } from '../parts/failure';
import { noticeDone } from '../parts/notices';
import { Section } from '../parts/section';
import { type Organization, useUpdateOrganization } from './queries';

/** The name of the organization. */
export function TitleSection({ organization }: { readonly organization: Organization }) {
  const { text, setText, handOn } = useDraft(organization.title);
  const update = useUpdateOrganization();
  const title = text.trim();
  const save = (): void => {
    handOn(title);
    update.mutate({ title }, { onSuccess: () => noticeDone('The name is saved.') });
  };
  return (
    <Section title="Name" lead="How the organization is called in answers of the API.">
      <form
        onSubmit={(event) => {
          event.preventDefault();
          save();
        }}
      >
        <Stack gap="sm">
          {update.isError && <Failure title="The name was not saved" error={update.error} />}
          <TextInput
            label="Name of the organization"
            maxLength={1000}
            value={text}
            onChange={(event) => setText(event.currentTarget.value)}
          />
          <Group>
            <Button type="submit" loading={update.isPending} disabled={title === '' || title === organization.title}>
              Save name
            </Button>
          </Group>
        </Stack>
      </form>
    </Section>
  );
}
