import { isEmail } from 'class-validator';
import { OrganizationFoundingService } from '../modules/auth/index.js';
import { DEFAULT_OWNER_NAME, FULL_NAME, FULL_NAME_RULE } from '../platform/environment.js';
import { type Command, nameOf, textOf, UsageError } from './command.js';

const MAX_TITLE = 1000;

export const organizationCommands: readonly Command[] = [
  {
    name: 'organization create',
    summary: 'Create an organization with its Owner and a first token, which is shown this once',
    options: {
      title: { value: 'T', required: true, help: 'Title of the organization' },
      'owner-email': { value: 'E', required: true, help: "Email address of the Owner's account, which is made" },
      'owner-name': {
        value: 'N',
        help: `Name of the Owner, its last word being the family name (${DEFAULT_OWNER_NAME})`,
      },
    },
    async run(app, options) {
      const title = nameOf(options, 'title');
      const email = nameOf(options, 'owner-email');
      const name = options['owner-name'] === undefined ? DEFAULT_OWNER_NAME : textOf(options, 'owner-name');
      if (title.length > MAX_TITLE) throw new UsageError(`--title takes at most ${MAX_TITLE} characters`);
      if (!isEmail(email, { require_tld: false })) throw new UsageError('--owner-email must be an email address');
      if (!FULL_NAME.test(name)) throw new UsageError(`--owner-name ${FULL_NAME_RULE}`);
      const { organization, owner, token } = await app.get(OrganizationFoundingService).found(title, { email, name });
      return { ...organization, owner, token };
    },
  },
];
