import { IfGiven, IsTruth } from '../../../../platform/http/dto.decorators.js';
import { PreviewEntryDto } from '../preview/preview.dto.js';

export class ReconcileQuery {
  /** True only reports; without it, what differs is repaired. @example true */
  @IfGiven()
  @IsTruth()
  dry_run?: boolean;
}

export class ReconcileDto {
  /** Users whose access was computed anew: everybody, the deactivated and deleted included. @example 1200 */
  users_checked: number;
  /** Roles and memberships that were not what the rules make of them. Anything but 0 is a fault of the server. @example 0 */
  drift: number;
  /** What that is for the first hundred users who notice something of it. */
  changes: PreviewEntryDto[];
}
