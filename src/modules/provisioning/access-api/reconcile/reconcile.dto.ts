import { IfGiven, IsTruth } from '../../../../platform/http/dto.decorators.js';
import { PreviewEntryDto } from '../preview/preview.dto.js';

export class ReconcileQuery {
  /** True only reports; without it, differences are repaired. @example true */
  @IfGiven()
  @IsTruth()
  dry_run?: boolean;
}

export class ReconcileDto {
  /** Users whose access was computed again: everybody, including deactivated and deleted users. @example 1200 */
  users_checked: number;
  /** Roles and memberships that differed from the rules. Anything but 0 is a fault of the server. @example 0 */
  drift: number;
  /** The differences of the first hundred users who would notice one. */
  changes: PreviewEntryDto[];
}
