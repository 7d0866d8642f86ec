import { Section } from '../parts/section';
import { usePerson } from '../session/session';
import { CreateToken } from '../tokens/create-token';
import { TokenList } from '../tokens/token-list';

const OWNERS = 'Yours alone. They open the API and this console, and SCIM: give the identity provider one of its own.';
const OTHERS = 'Yours alone. They open the API and this console. SCIM is opened by the Owner’s only.';

/** The person's own tokens; nobody sees those of others. */
export function TokensSection() {
  const owner = usePerson().role === 'OW';
  return (
    <Section title="Your tokens" lead={owner ? OWNERS : OTHERS} actions={<CreateToken variant="default" />}>
      <TokenList />
    </Section>
  );
}
