import { Alert, Anchor } from '@mantine/core';
import { IconInfoCircle } from '@tabler/icons-react';
import { Link } from 'react-router';
import { countText } from '../words/moments';
import { useUnmappedGroups } from './queries';

const NAMED = 3;

/** Lists the groups that were pushed and that no stored mapping names. */
export function UnmappedGroups() {
  const { data } = useUnmappedGroups(NAMED);
  if (!data || data.count === 0) return null;
  const names = data.results.map(({ display_name }) => display_name).join(', ');
  const others = data.count > data.results.length ? ', …' : '';
  return (
    <Alert variant="default" icon={<IconInfoCircle aria-hidden />} py="xs">
      {data.count === 1
        ? '1 group came in that gives nothing'
        : `${countText(data.count)} groups came in that give nothing`}
      : {names}
      {others}.{' '}
      <Anchor component={Link} to="/groups?mapped=false" inherit underline="always">
        Show unmapped groups
      </Anchor>
    </Alert>
  );
}
