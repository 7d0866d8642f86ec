import { AdministratorClient } from './administrator-client.js';
import { HELP, readArguments, UsageError, type DemoArguments } from './arguments.js';
import { castOf, runIdAt } from './cast.js';
import { closingTable } from './chapters/closing.js';
import { testConnection } from './chapters/connection-test.js';
import { deactivateAndReactivate, unassignAndDelete } from './chapters/departures.js';
import { changeGroupsByPatch, changeGroupsByPut } from './chapters/group-changes.js';
import { mapPushedGroups, pushMappedGroups } from './chapters/group-push.js';
import { importAgain, importEverything } from './chapters/import.js';
import { assignPeople, updateProfiles } from './chapters/people.js';
import { prepare } from './chapters/preparation.js';
import { NoAnswer } from './http.js';
import { OktaClient } from './okta-client.js';
import { Stage } from './stage.js';
import { Story } from './story.js';
import { StoryBroken } from './story-broken.js';
import { painted, terminalOn, type Terminal } from './terminal.js';

const CHAPTERS = [
  prepare,
  testConnection,
  importEverything,
  assignPeople,
  updateProfiles,
  pushMappedGroups,
  mapPushedGroups,
  changeGroupsByPatch,
  changeGroupsByPut,
  deactivateAndReactivate,
  unassignAndDelete,
  importAgain,
];

function reasonToStop(error: unknown, origin: string): string {
  if (error instanceof NoAnswer) return `No answer from ${origin}. Is the server running there?\n  ${error.message}`;
  if (error instanceof StoryBroken) return error.message;
  throw error;
}

/** Plays the whole story. Returns the exit code: 0 if every check passed, else 1. */
async function play({ origin, token, pace }: DemoArguments, terminal: Terminal): Promise<number> {
  const cast = castOf(runIdAt(new Date()));
  const stage = new Stage(origin, pace, terminal);
  const story = new Story(stage, new OktaClient(token), new AdministratorClient(token), cast);
  terminal.write(`Rolecall at ${origin}, run ${cast.run}`);
  let completed = false;
  try {
    for (const chapter of CHAPTERS) await chapter(story);
    const table = await closingTable(story, terminal.width);
    table.forEach((line) => terminal.write(line));
    completed = true;
  } catch (error) {
    terminal.write(`\n${painted(terminal, 'bad', 'The story ends early.')} ${reasonToStop(error, origin)}`);
  }
  terminal.write('');
  terminal.write(stage.summary());
  return completed && !stage.failed ? 0 : 1;
}

async function main(): Promise<number> {
  try {
    const demo = readArguments(process.argv.slice(2), process.env);
    if (demo !== 'help') return await play(demo, terminalOn(process.stdout, process.env));
    console.log(HELP);
    return 0;
  } catch (error) {
    if (!(error instanceof UsageError)) throw error;
    console.error(error.message);
    return 2;
  }
}

process.exitCode = await main();
