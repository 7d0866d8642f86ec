import { CopyField } from '../parts/copy-field';
import { Fact, Facts } from '../parts/facts';
import { Guide, type GuideProps } from './guide';

const STEPS = [
  <>
    <b>Enterprise applications → New application → Create your own application</b>: one that you do not find in the
    gallery.
  </>,
  <>
    <b>Provisioning</b>: set the mode to Automatic, enter tenant URL and secret token, and choose <b>Test Connection</b>
    . It asks for a user that does not exist: an empty answer is right.
  </>,
  <>
    <b>Mappings → Provision Microsoft Entra ID Users</b>: match by <code>userName</code> if people sign in with their
    email address, else by <code>emails[type eq &quot;work&quot;].value</code>.
  </>,
  <>
    <b>Mappings → Provision Microsoft Entra ID Groups</b>: leave it on. Groups match by <code>displayName</code>.
  </>,
  <>
    <b>Users and groups</b>: assign who is to come. Members of groups inside of groups are not sent.
  </>,
  <>
    <b>Start provisioning</b>. The first cycle sends everything, then changes follow about every 40 minutes.
    <b> Provision on demand</b> does one person at once.
  </>,
];

/** Guide for an enterprise application in Microsoft Entra ID. */
export function EntraGuide({ address }: GuideProps) {
  return (
    <Guide
      steps={STEPS}
      fields={
        <>
          <CopyField label="Tenant URL" value={address} />
          <CopyField
            label="Matching attribute for users"
            value={'emails[type eq "work"].value'}
            description="Or userName, if everybody’s user principal name is their email address."
          />
          <Facts>
            <Fact name="Secret token">The token alone</Fact>
            <Fact name="Scope">Sync only assigned users and groups</Fact>
          </Facts>
        </>
      }
    />
  );
}
