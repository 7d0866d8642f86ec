import {
  IconActivity,
  IconAdjustments,
  IconArrowsSplit2,
  IconBuilding,
  type IconProps,
  IconPlugConnected,
  IconUsers,
  IconUsersGroup,
} from '@tabler/icons-react';
import type { ComponentType } from 'react';

/** A view that every other view links to. */
export interface Place {
  readonly to: string;
  readonly label: string;
  readonly Icon: ComponentType<IconProps>;
}

/** The console's views, in the order of the work: connect, map, then look. */
export const PLACES: readonly Place[] = [
  { to: '/', label: 'Connection', Icon: IconPlugConnected },
  { to: '/mappings', label: 'Mappings', Icon: IconArrowsSplit2 },
  { to: '/people', label: 'People', Icon: IconUsers },
  { to: '/groups', label: 'Groups', Icon: IconUsersGroup },
  { to: '/activity', label: 'Activity', Icon: IconActivity },
  { to: '/requests', label: 'SCIM requests', Icon: IconAdjustments },
  { to: '/organization', label: 'Organization', Icon: IconBuilding },
];
