import { describe, expect, it } from '@jest/globals';
import { PreconditionFailedError } from '../../platform/errors.js';
import { assertVersion } from './preconditions.js';

describe(assertVersion.name, () => {
  it.each([undefined, '*', ' * ', 'W/"3"', '"3"', '"1", W/"3"', 'W/"1",W/"3"'])(
    'lets %j write version 3',
    (ifMatch) => {
      expect(() => assertVersion(ifMatch, 3)).not.toThrow();
    },
  );

  it.each(['W/"2"', '"33"', '3', 'W/3', '', '"1", "2"'])('stops %j from writing version 3', (ifMatch) => {
    expect(() => assertVersion(ifMatch, 3)).toThrow(PreconditionFailedError);
  });
});
