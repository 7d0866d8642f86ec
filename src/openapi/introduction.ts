import { NOBODY } from '../platform/http/openapi/example-names.js';

/** What a newcomer reads first, above the operations: from a token to the first mapped group. Markdown. */
export const INTRODUCTION = `
Rolecall turns the groups that an identity provider pushes over **SCIM** into roles, workspaces and project roles, and
can say why anybody has what they have. Identity providers speak SCIM under \`/scim/v2\`; administrators and services
speak **REST** under \`/api\`.

### From a token to the first mapped group

1. **Authorize.** The first start of the server printed the Owner's token. Press *Authorize* and enter it. Only the
   Owner's tokens open SCIM; REST takes those of Administrators, too. More tokens come from \`POST /api/tokens\`.
2. **Push a person**: \`POST /scim/v2/Users\` with the example as it stands. An identity provider does just that.
3. **Push a group** with that person in it: \`POST /scim/v2/Groups\`.
4. **See what mapping it would change**: take the lists that \`GET /api/scim/settings\` answers, and add
   \`["Reviewer", "acme-reviewers"]\` to \`roles_groups\` and \`["Radiology", "acme-reviewers"]\` to \`workspaces_groups\`:
   members of the group are to be Reviewers, and to belong to the workspace Radiology, which is created if it is not
   there. \`POST /api/scim/settings/preview\` with these lists says what would change for whom, and changes nothing.
5. **Save it**: \`POST /api/scim/settings\` with the same lists. A list that the body carries *replaces* the stored one, so
   always begin with what is stored; a list that it does not carry stays. With the \`ETag\` of step 4 as \`If-Match\`
   nothing that somebody else has saved meanwhile is lost.
6. **See what came of it**: \`GET /api/users/?email=ana@acme.test\` has Ana's id; \`GET /api/users/{id}/access\` says what
   she may do, with every reason for it. \`GET /scim/v2/Users/{id}?attributes=urn:rolecall:params:scim:schemas:extension:access:2.0:User\`
   says it over SCIM.
7. **Take her out** again: \`PATCH /scim/v2/Groups/{id}\` with \`remove\` in place of \`add\`; her role follows before the
   answer arrives.

### Good to know

- The examples can be sent as they stand, to an organization at work, too: they make a person, a group and the like of
  their own, and change nothing else. Where somebody or something has to be named that is there already, they have the
  number ${NOBODY}, an id or a version that nothing has; put yours in its place. What is made by an example is there
  the second time: 409 or 400.
- In SCIM paths and in \`members\`, an email address stands for a user's id, and a group's exact name for the group's.
- Ids under \`/api\` are integers, those of SCIM UUIDs; users have both (\`id\`, \`scim_id\`).
- Every answer carries \`X-Request-Id\`. The same id is in the server's log, in \`GET /api/scim/requests\`, in the activity
  log and in errors.
- Paths work with and without a slash at their end.
- Under \`/api\`, \`null\` in an optional field of a body is as good as no such field, unless the field says what null means.
  In a query, an empty text is refused where a word, a number or a date is expected, and everywhere in a request that
  changes something.
`.trim();
