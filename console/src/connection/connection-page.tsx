import { Loaded } from '../parts/loaded';
import { Page } from '../parts/page';
import { FirstSteps } from './first-steps';
import { IdentityProviders } from './identity-providers';
import { useConnectionStatus } from './queries';
import { StatusSection } from './status-section';

const LEAD = 'What your identity provider needs to push people and groups, and how it is doing.';

/** The connection to the identity provider: its state, or how to set it up. */
export default function ConnectionPage() {
  const status = useConnectionStatus();
  return (
    <Page title="Connection" lead={LEAD}>
      <Loaded query={status} what="the status of the connection" lines={6}>
        {(now) => (
          <>
            <FirstSteps status={now} />
            {now.last_request && <StatusSection status={now} stale={status.isError} />}
          </>
        )}
      </Loaded>
      <IdentityProviders />
    </Page>
  );
}
