import { TokenAdministrationService } from '../modules/auth/index.js';
import { MOMENT_RULE, parseMoment } from '../platform/http/moment.js';
import { type Command, idOf, nameOf, ORGANIZATION, textOf, UsageError } from './command.js';

const MAX_NAME = 200;

export const tokenCommands: readonly Command[] = [
  {
    name: 'token create',
    summary: 'Create a token of somebody; its secret is shown this once',
    options: {
      organization: ORGANIZATION,
      email: { value: 'E', required: true, help: "The person's email address; only an Owner's tokens open SCIM" },
      name: { value: 'T', required: true, help: 'Name of the token, to tell it from others' },
      'expires-at': { value: 'ISO', help: 'Moment from which it is no longer good, as in 2027-11-21T00:00:00Z' },
    },
    async run(app, options) {
      const organization = idOf(options, 'organization');
      const email = nameOf(options, 'email');
      const name = textOf(options, 'name');
      const expiry = options['expires-at'] === undefined ? undefined : textOf(options, 'expires-at');
      if (name.length > MAX_NAME) throw new UsageError(`--name takes at most ${MAX_NAME} characters`);
      if (expiry !== undefined && !parseMoment(expiry)) throw new UsageError(`--expires-at ${MOMENT_RULE}`);

      return app.get(TokenAdministrationService).create(organization, email, { name, expires_at: expiry });
    },
  },
  {
    name: 'token list',
    summary: 'List the tokens that are not revoked, without their secrets',
    options: { organization: { value: 'N', help: 'Only those of this organization' } },
    async run(app, options) {
      const organization = options.organization === undefined ? undefined : idOf(options, 'organization');
      return app.get(TokenAdministrationService).list(organization);
    },
  },
  {
    name: 'token revoke',
    summary: 'Revoke a token; it stops at once',
    options: { id: { value: 'N', required: true, help: 'Id of the token, from token list' } },
    async run(app, options) {
      const id = idOf(options, 'id');
      await app.get(TokenAdministrationService).revoke(id);
      return { id, revoked: true };
    },
  },
];
