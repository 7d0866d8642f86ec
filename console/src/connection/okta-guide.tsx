import { CopyField } from '../parts/copy-field';
import { Fact, Facts } from '../parts/facts';
import { Guide, type GuideProps } from './guide';

const STEPS = [
  <>
    <b>Applications → Create App Integration</b>: SAML 2.0 or SWA, and finish the wizard.
  </>,
  <>
    <b>General → App Settings → Edit</b>: set Provisioning to SCIM. A tab Provisioning appears.
  </>,
  <>
    <b>Provisioning → Integration → Edit</b>: enter the values, and the token alone; Okta puts “Bearer” in front of it.
  </>,
  <>
    <b>Test Connector Configuration</b>, then save. This page shows the test as the last request.
  </>,
  <>
    <b>Provisioning → To App → Edit</b>: tick Create Users, Update User Attributes and Deactivate Users.
  </>,
  <>
    <b>Assignments → Assign</b>: people first, so that Okta has created them before it pushes their groups.
  </>,
  <>
    <b>Push Groups → Find groups by name</b>: choose Create Group, or Link Group for a name that is mapped here already.
    Push other groups than those that you assign people by.
  </>,
];

/** Guide for an app of your own in Okta; for the catalogue's test app only the token differs. */
export function OktaGuide({ address }: GuideProps) {
  return (
    <Guide
      steps={STEPS}
      fields={
        <>
          <CopyField label="SCIM connector base URL" value={address} />
          <CopyField
            label="Unique identifier field for users"
            value="email"
            description="Accounts are known by their email here: so Okta finds whoever was there before."
          />
          <Facts>
            <Fact name="Supported provisioning actions">
              Import New Users and Profile Updates, Push New Users, Push Profile Updates, Push Groups
            </Fact>
            <Fact name="Authentication mode">HTTP Header</Fact>
            <Fact name="Authorization (Bearer)">The token alone</Fact>
            <Fact name="The catalogue’s SCIM 2.0 Test App (Header Auth)">
              Works too. Its API token is “Bearer”, a blank, and the token.
            </Fact>
          </Facts>
        </>
      }
    />
  );
}
