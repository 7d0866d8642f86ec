import { Command as Program, Option } from 'commander';
import { type Command, type Options, type OptionSpec, UsageError } from './command.js';

/** Called with the command and its options once they are known. */
type Run = (command: Command, options: Options, json: boolean) => Promise<void>;

const NOTES = `
Help on a command: <command> --help. Settings come from the environment, as for the server; on an embedded
database, stop the server first. Exit code 0: done; 1: refused, the reason is on standard error; 2: wrong usage.`;

function pathOf(program: Program): string {
  const above = program.parent?.parent ? `${pathOf(program.parent)} ` : '';
  return `${above}${program.name()}`;
}

/** The commands below one that can be run; those that only group others are left out. */
function leavesOf({ commands }: Program): Program[] {
  return commands.flatMap((command) => (command.commands.length > 0 ? leavesOf(command) : [command]));
}

function flagsOf(name: string, { value }: OptionSpec): string {
  return value === undefined ? `--${name}` : `--${name} <${value}>`;
}

function usageOf({ options }: Command): string {
  const all = Object.entries(options).map(([name, spec]) => {
    const flags = flagsOf(name, spec);
    return spec.required ? flags : `[${flags}]`;
  });
  return [...all, '[--json]'].join(' ');
}

function optionOf([name, spec]: readonly [string, OptionSpec]): Option {
  const option = new Option(flagsOf(name, spec), spec.help);
  if (spec.value === undefined) return option;
  return option.argParser((value) => {
    if (/^-./.test(value)) throw new UsageError(`--${name} needs a value, which does not begin with -`);
    return value;
  });
}

/** Refuses words that lead to no command; they end in the last group that they matched. */
function refuseOthers(group: Program): void {
  group.argument('[words...]').action((words: string[]) => {
    const asked = [...(group.parent ? [pathOf(group)] : []), ...words].join(' ');
    throw new UsageError(asked === '' ? 'Which command?' : `There is no command ${asked}`);
  });
}

function groupOf(name: string, root: Program): Program {
  const known = root.commands.find((command) => command.name() === name);
  if (known) return known;
  const group = root.command(name).usage('<command> [options]');
  refuseOthers(group);
  return group;
}

function add(command: Command, root: Program, run: Run): void {
  const [name = '', group] = command.name.split(' ').reverse();
  const leaf = (group === undefined ? root : groupOf(group, root))
    .command(name)
    .description(command.summary)
    .usage(usageOf(command));
  for (const option of Object.entries(command.options).map(optionOf)) leaf.addOption(option);
  leaf.option('--json', 'Print one JSON document').action(async () => {
    const given = leaf.options.map((option) => [option.name(), leaf.getOptionValue(option.attributeName())] as const);
    const { json, ...options } = Object.fromEntries(given) as Options;
    const missing = Object.keys(command.options).filter(
      (option) => command.options[option]?.required && options[option] === undefined,
    );
    if (missing.length > 0) throw new UsageError(`${missing.map((option) => `--${option}`).join(' and ')} is missing`);
    await run(command, options, json === true);
  });
}

/**
 * The command line for commander. It never ends the process: printed help and unreadable arguments are thrown as a
 * `CommanderError`, and what our commands refuse as a `UsageError`.
 *
 * @param out prints the help
 */
export function programOf(commands: readonly Command[], out: (text: string) => void, run: Run): Program {
  const root = new Program('npm run -s cli --')
    .usage('<command> [options] [--json]')
    .exitOverride()
    .configureOutput({ writeOut: out, writeErr: () => undefined })
    .configureHelp({ visibleCommands: leavesOf, subcommandTerm: pathOf })
    .helpCommand(true)
    .addHelpText('after', NOTES);
  refuseOthers(root);
  for (const command of commands) add(command, root, run);
  return root;
}
