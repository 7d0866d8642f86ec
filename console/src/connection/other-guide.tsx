import { Anchor } from '@mantine/core';
import { CopyField } from '../parts/copy-field';
import { Fact, Facts } from '../parts/facts';
import { Guide, type GuideProps } from './guide';

const STEPS = [
  <>Choose SCIM 2.0 with a bearer token, and enter base URL and token.</>,
  <>Match people by their email; a client that knows no email may match by the user name.</>,
  <>
    Every person needs a <code>userName</code>. Send the email address as primary among <code>emails</code>, or as the
    user name.
  </>,
  <>Assign people first, then groups: members have to be there before a group can name them.</>,
  <>
    Look at{' '}
    <Anchor href="/docs" inherit>
      the API explorer
    </Anchor>{' '}
    for every operation, with examples.
  </>,
];

/** Guide for any other client of the protocol. */
export function OtherGuide({ address }: GuideProps) {
  return (
    <Guide
      steps={STEPS}
      fields={
        <>
          <CopyField label="SCIM base URL" value={address} />
          <CopyField
            label="Authorization header"
            value="Bearer <token>"
            description="Your token in place of <token>."
          />
          <CopyField label="Unique identifier of users" value="email" />
          <Facts columns={2}>
            <Fact name="Protocol">SCIM 2.0 (RFC 7643, RFC 7644)</Fact>
            <Fact name="Changes">PUT and PATCH, of users and groups</Fact>
            <Fact name="Filters, sorting, bulk, ETags">All supported</Fact>
            <Fact name="Pages">By index, or by cursor (RFC 9865); 100 entries, at most 1,000</Fact>
            <Fact name="Deactivation">
              <code>active: false</code>
            </Fact>
          </Facts>
        </>
      }
    />
  );
}
