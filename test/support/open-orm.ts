import { MikroORM } from '@mikro-orm/core';
import { ConnectionOptions, ormOptions } from '../../src/platform/database/orm-options.js';
import { Environment } from '../../src/platform/environment.js';

/** Opens the database of some settings as a server does, without a server. The caller must close it. */
export function openOrm(
  settings: Partial<Environment>,
  connection: Partial<ConnectionOptions> = {},
): Promise<MikroORM> {
  const environment = Object.assign(new Environment(), settings);
  return MikroORM.init(ormOptions(environment, Object.assign(new ConnectionOptions(), connection)));
}
