import { PEOPLE } from '../cast.js';
import type { Expectations } from '../expect.js';
import { asList, asText, at } from '../json.js';
import { IMPORT_STEP, type ResourceType } from '../okta-client.js';
import { expectList } from '../scim-checks.js';
import { requiredNumber, type Story } from '../story.js';

/** What an import found, by SCIM id. */
type Imported = ReadonlyMap<string, unknown>;

/** Runs after the last page, as part of its checks. */
type VerifyAll = (expect: Expectations, found: Imported) => void;

/** How many resources a page should have: a full step, or the rest. */
function expectedOn(startIndex: number, total: number): number {
  return Math.min(IMPORT_STEP, Math.max(total - startIndex + 1, 0));
}

/**
 * Reads a collection like Okta: 1, 101, 201 … until `totalResults` is reached, in steps that do not follow
 * `itemsPerPage`. A page shorter than asked for would lose people, so each must be full.
 */
async function importAll({ stage, okta }: Story, type: ResourceType, verifyAll: VerifyAll): Promise<void> {
  const found = new Map<string, unknown>();
  let total = 1;
  for (let startIndex = 1; startIndex <= total; startIndex += IMPORT_STEP) {
    const title = `imports the ${type.toLowerCase()}s from number ${startIndex}`;
    const page = await stage.step(title, okta.importPage(type, startIndex), (expect, answer) => {
      expectList(expect, answer, type);
      expect.equal('startIndex', at(answer.body, 'startIndex'), startIndex);
      const announced = Number(at(answer.body, 'totalResults'));
      const resources = asList(at(answer.body, 'Resources'));
      expect.equal('resources on the page', resources.length, expectedOn(startIndex, announced));
      resources.forEach((resource) => found.set(asText(at(resource, 'id')), resource));
      if (startIndex + IMPORT_STEP <= announced) return;
      expect.equal('different resources imported', found.size, announced);
      verifyAll(expect, found);
    });
    total = requiredNumber(page.body, 'totalResults');
  }
}

/** The import at the start of a new connection: it finds the accounts that already exist. */
export async function importEverything(story: Story): Promise<void> {
  story.stage.chapter('Okta imports who is there');
  await importAll(story, 'User', (expect, found) => {
    const userNames = [...found.values()].map((user) => at(user, 'userName'));
    const { userName } = story.person('emil');
    expect.satisfies('userNames imported', userNames.length, `${userName} among them`, userNames.includes(userName));
  });
  await importAll(story, 'Group', (expect, found) => {
    const names = [...found.values()].map((group) => at(group, 'displayName'));
    const { qa } = story.cast.groups;
    expect.satisfies('groups imported', names.length, `the mapped group ${qa} among them`, names.includes(qa));
  });
}

/**
 * The import at the end. Okta takes a missing person for deleted, so all must be listed, the deactivated one as
 * inactive.
 */
export async function importAgain(story: Story): Promise<void> {
  story.stage.chapter('Okta imports again, and misses nobody');
  await importAll(story, 'User', (expect, found) => {
    for (const key of PEOPLE) {
      const user = found.get(story.userId(key));
      expect.equal(`userName of ${key}`, at(user, 'userName'), story.person(key).userName);
      expect.equal(`active of ${key}`, at(user, 'active'), key !== 'dana');
    }
  });
}
