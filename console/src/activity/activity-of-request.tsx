import { Anchor } from '@mantine/core';
import { Link } from 'react-router';
import { Empty } from '../parts/empty';
import { Loaded } from '../parts/loaded';
import { Section } from '../parts/section';
import { Feed } from './feed-list';
import { type RequestRef, useActivityOfRequest } from './queries';

/** The activity that one SCIM request caused. */
export function ActivityOfRequest({ request }: { readonly request: RequestRef }) {
  const activity = useActivityOfRequest(request);
  return (
    <Section
      title="What one request did"
      lead={
        <>
          Request <code>{request.id}</code>.{' '}
          <Anchor component={Link} to="/activity" inherit underline="always">
            Show all activity
          </Anchor>
        </>
      }
    >
      <Loaded query={activity} what="the activity log">
        {(log) =>
          log.length === 0 ? (
            <Empty title="It changed nothing">
              Reading, a refused request, and a write of what is there already change nothing.
            </Empty>
          ) : (
            <Feed log={log} />
          )
        }
      </Loaded>
    </Section>
  );
}
