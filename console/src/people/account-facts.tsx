import { CopyField } from '../parts/copy-field';
import { Fact, Facts } from '../parts/facts';
import { Moment } from '../parts/moment';
import { Section } from '../parts/section';
import { shortReason } from '../words/reasons';
import type { Member } from './queries';

function stateText({ role, reason }: Member): string {
  if (reason !== null) return shortReason(reason);
  return role === 'NO' || role === 'DI' ? 'No role to work with' : 'Active, takes a seat';
}

/** The data of an account, for people and for the identity provider. */
export function AccountFacts({ member }: { readonly member: Member }) {
  const { user, created_at } = member;
  return (
    <Section title="Account">
      <Facts>
        <Fact name="State">{stateText(member)}</Fact>
        <Fact name="Email">{user.email ?? 'none'}</Fact>
        {user.username !== user.email && <Fact name="User name">{user.username}</Fact>}
        {user.phone !== '' && <Fact name="Phone">{user.phone}</Fact>}
        <Fact name="Joined">
          <Moment at={created_at} />
        </Fact>
      </Facts>
      <CopyField label="SCIM id" value={user.scim_id} />
    </Section>
  );
}
