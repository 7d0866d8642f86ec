import { Page } from '../parts/page';
import { useViewParams } from '../parts/search-params';
import { ActivityList } from './activity-list';
import { ActivityOfRequest } from './activity-of-request';
import { ExportCsv } from './export-csv';
import { activityFilterOf, readActivityFile } from './queries';

const LEAD = 'Who did what and when, and whose access changed by it.';

/** The log of changes: all of it with filters, or what one SCIM request did. */
export default function ActivityPage() {
  const params = useViewParams();
  const [id, receivedAt] = [params.get('request'), params.get('at')];
  if (id !== undefined && receivedAt !== undefined) {
    return (
      <Page title="Activity" lead={LEAD}>
        <ActivityOfRequest request={{ id, receivedAt, durationMs: Number(params.get('ms') ?? 0) || 0 }} />
      </Page>
    );
  }
  return (
    <Page
      title="Activity"
      lead={LEAD}
      actions={<ExportCsv name="activity.csv" read={() => readActivityFile(activityFilterOf(params))} />}
    >
      <ActivityList params={params} />
    </Page>
  );
}
