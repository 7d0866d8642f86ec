import { Loaded } from '../parts/loaded';
import { Page } from '../parts/page';
import { MappingsEditor } from './mappings-editor';
import { useSettings } from './queries';
import { UnmappedGroups } from './unmapped-groups';

/** The administrator's rules: what the identity provider's groups give to their members. */
export default function MappingsPage() {
  const settings = useSettings();
  return (
    <Page
      title="Mappings"
      lead="What the groups of your identity provider give to their members. A group can be mapped before it is pushed; it counts as soon as it comes."
    >
      <UnmappedGroups />
      <Loaded query={settings} what="the mappings" lines={10}>
        {(stored) => <MappingsEditor stored={stored} />}
      </Loaded>
    </Page>
  );
}
