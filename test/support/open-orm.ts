import { MikroORM } from '@mikro-orm/core';
import { ConnectionOptions, ormOptions } from '../../src/platform/database/orm-options.js';
import { Environment } from '../../src/platform/environment.js';

/** The database of some settings, as a server opens it, without a server. Whoever opens it closes it. */
export function openOrm(
  settings: Partial<Environment>,
  connection: Partial<ConnectionOptions> = {},
): Promise<MikroORM> {
  const environment = Object.assign(new Environment(), settings);
  return MikroORM.init(ormOptions(environment, Object.assign(new ConnectionOptions(), connection)));
}
