import type { Command, OptionSpec } from './command.js';

const WIDTH = 22;

function signature([name, { value, required }]: readonly [string, OptionSpec]): string {
  const option = value === undefined ? `--${name}` : `--${name} ${value}`;
  return required ? option : `[${option}]`;
}

function usageOf({ name, options }: Command): string {
  return [name, ...Object.entries(options).map(signature), '[--json]'].join(' ');
}

function line(left: string, right: string): string {
  return `  ${left.padEnd(WIDTH)}${right}`;
}

function commandHelp(command: Command): string[] {
  const options = Object.entries(command.options).map(([name, { value, help }]) =>
    line(value === undefined ? `--${name}` : `--${name} ${value}`, help),
  );
  return [
    `Usage: npm run -s cli -- ${usageOf(command)}`,
    '',
    command.summary,
    '',
    ...options,
    line('--json', 'Print one JSON document'),
  ];
}

/** The help on one command, or on all of them. */
export function helpText(commands: readonly Command[], command?: Command): string {
  if (command) return `${commandHelp(command).join('\n')}\n`;
  const lines = [
    'Usage: npm run -s cli -- <command> [options] [--json]',
    '',
    ...commands.map(({ name, summary }) => line(name, summary)),
    '',
    'Help on a command: <command> --help. Settings come from the environment, as for the server; on an embedded',
    'database, stop the server first. Exit code 0: done; 1: refused, the reason is on standard error; 2: wrong usage.',
  ];
  return `${lines.join('\n')}\n`;
}
