import { Badge, Stack, Text, Title } from '@mantine/core';
import { countText } from '../words/moments';
import { type Panel, PANELS } from './draft';
import styles from './mappings.module.css';
import { WORDS } from './panel-words';
import { useProjects } from './queries';

/** How many lines are rendered; nobody reads more of them one by one. */
const SHOWN = 100;

const CHANGES = {
  added: { color: 'teal', text: 'Added' },
  removed: { color: 'red', text: 'Removed' },
  changed: { color: 'yellow', text: 'Changed' },
} as const;

/** Finds what people call the target of a mapping. */
export type TitleOf = (target: string) => string;

/** A change of a list, in words. */
export interface Line {
  readonly panel: Panel;
  readonly change: keyof typeof CHANGES;
  /** Targets that the line mentions; some of them are projects. */
  readonly targets: readonly string[];
  readonly text: (titleOf: TitleOf) => string;
  /** An additional remark. */
  readonly note?: (titleOf: TitleOf) => string;
}

function useTitlesIn(lines: readonly Line[]): (panel: Panel) => TitleOf {
  const ids = lines.filter(({ panel }) => panel === 'projects').flatMap(({ targets }) => targets);
  const { data: projects } = useProjects(ids.map(Number));
  return (panel) => (target) =>
    panel === 'projects' ? (projects?.get(Number(target))?.title ?? `Project ${target}`) : target;
}

function LineView({ line: { change, text, note }, titleOf }: { readonly line: Line; readonly titleOf: TitleOf }) {
  return (
    <li>
      <Badge tt="none" variant="light" color={CHANGES[change].color} className="badge-readable">
        {CHANGES[change].text}
      </Badge>{' '}
      <Text span size="sm">
        {text(titleOf)}
      </Text>
      {note && (
        <Text size="sm" c="dimmed">
          {note(titleOf)}
        </Text>
      )}
    </li>
  );
}

/** Changes under a heading, list by list. */
export function LineList({ title, lines }: { readonly title: string; readonly lines: readonly Line[] }) {
  const shown = lines.slice(0, SHOWN);
  const titlesOf = useTitlesIn(shown);
  const left = lines.length - shown.length;
  const lists = PANELS.map((panel) => ({ panel, rows: shown.filter((line) => line.panel === panel) }));
  return (
    <Stack gap={6}>
      <Title order={3} size="sm">
        {title}
      </Title>
      <div className={styles.lines} role="group" aria-label={title} tabIndex={0}>
        {lists
          .filter(({ rows }) => rows.length > 0)
          .map(({ panel, rows }) => (
            <div key={panel}>
              <Title order={4} size="sm" fw={600}>
                {WORDS[panel].title}
              </Title>
              <ul className={styles.rows}>
                {rows.map((line) => (
                  <LineView key={`${line.change} ${line.text(String)}`} line={line} titleOf={titlesOf(panel)} />
                ))}
              </ul>
            </div>
          ))}
        {left > 0 && (
          <Text size="sm" c="dimmed">
            And {countText(left)} more.
          </Text>
        )}
      </div>
    </Stack>
  );
}
