import { expectError, expectList } from '../scim-checks.js';
import type { Story } from '../story.js';

/** Ids that Okta's specification suite asks for; neither is a UUID, and nobody has them. */
const UNKNOWN_IDS = ['00919288221112222', '010101001010101011001010101011'];

/** "Test API Credentials", and the refusals that Okta's specification suite also asks for. */
export async function testConnection({ stage, okta }: Story): Promise<void> {
  stage.chapter('Okta tests the connection');
  for (const type of ['User', 'Group'] as const) {
    await stage.step(`tests the connection: ${type.toLowerCase()}s`, okta.connectionTest(type), (expect, answer) =>
      expectList(expect, answer, type),
    );
  }
  await stage.step('is refused without a valid token', okta.withoutToken(), (expect, answer) =>
    expectError(expect, answer, 401),
  );
  for (const id of UNKNOWN_IDS) {
    await stage.step('asks for a user that does not exist', okta.readUser(id), (expect, answer) =>
      expectError(expect, answer, 404),
    );
  }
}
