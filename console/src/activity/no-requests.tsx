import { Anchor } from '@mantine/core';
import { Link } from 'react-router';
import { Empty } from '../parts/empty';
import type { ViewParams } from '../parts/search-params';
import { ClearRequestFilters, restricts } from './request-filters';

/** Shown in place of an empty list, and says why it is empty. */
export function NoRequests({ params }: { readonly params: ViewParams }) {
  if (restricts(params)) {
    return (
      <Empty title="No request fits the filters">
        <ClearRequestFilters params={params} />
      </Empty>
    );
  }
  return (
    <Empty title="No requests yet">
      Nothing has come in over SCIM, or what came in is older than the log is kept.{' '}
      <Anchor component={Link} to="/" inherit underline="always">
        Connect an identity provider
      </Anchor>
    </Empty>
  );
}
