import { readAccess, type ExpectedAccess } from '../access.js';
import { PEOPLE, type PersonKey } from '../cast.js';
import { REPORT_HEAD, reportRow } from '../report.js';
import type { Story } from '../story.js';
import { tableLines, type Row } from '../table.js';

/** The access that each person must have at the end. */
function endings({ cast, defaultRole }: Story): Readonly<Record<PersonKey, ExpectedAccess>> {
  const { qa, radiology, secondRead } = cast.groups;
  const annotators = cast.labelersRenamed;
  const annotator: ExpectedAccess = {
    role: 'AN',
    source: 'scim',
    groups: [annotators],
    workspaces: { [cast.workspaces.orthopaedics]: [annotators] },
    projects: { [cast.projects.bones]: { role: 'RE', groups: [secondRead] } },
  };
  return {
    ana: {
      role: 'RE',
      source: 'scim',
      groups: [qa],
      workspaces: { [cast.workspaces.radiology]: [radiology] },
      projects: { [cast.projects.chest]: { role: 'RE', groups: [qa] } },
    },
    ben: annotator,
    chloe: annotator,
    dana: { role: 'DI', source: 'scim', reason: 'deactivated' },
    emil: { role: 'DI', source: 'scim', reason: 'no_role_group' },
    farah: { role: defaultRole, source: 'default', groups: [], workspaces: {} },
  };
}

/**
 * Reads everybody's access once more, and compares it with what the story must have led to.
 *
 * @returns the lines of the closing table.
 */
export async function closingTable(story: Story, width: number): Promise<string[]> {
  const { cast } = story;
  story.stage.chapter('Who has what in the end');
  const ends = endings(story);
  const rows: Row[] = [];
  for (const key of PEOPLE) {
    const { givenName } = story.person(key);
    const answer = await story.explain(key, `explains ${givenName}'s access`, ends[key]);
    const row = reportRow(givenName, readAccess(answer.body));
    rows.push(row.map((cell) => story.short(cell)));
  }
  return ['', ...tableLines(REPORT_HEAD, rows, width), `Names as in the story; on the server they end in ${cast.run}.`];
}
