import { Badge, Text, Title } from '@mantine/core';
import { countText } from '../words/moments';
import { PANELS } from './draft';
import type { Difference } from './draft-merge';
import styles from './mappings.module.css';
import { WORDS } from './panel-words';
import { useProjects } from './queries';
import { mappingText } from './row-text';

/** Mappings that are drawn; nobody reads more of them one by one. */
const SHOWN = 100;

const CHANGES = { added: { color: 'teal', text: 'Added' }, removed: { color: 'red', text: 'Removed' } } as const;

function useTitleOf(differences: readonly Difference[]): (difference: Difference) => string {
  const ids = differences.filter(({ panel }) => panel === 'projects').map(({ mapping }) => Number(mapping.target));
  const { data: projects } = useProjects(ids);
  return ({ panel, mapping: { target } }) =>
    panel === 'projects' ? (projects?.get(Number(target))?.title ?? `Project ${target}`) : target;
}

/** What came and what went, list by list. */
export function DifferenceList({ differences }: { readonly differences: readonly Difference[] }) {
  const shown = differences.slice(0, SHOWN);
  const titleOf = useTitleOf(shown);
  const left = differences.length - shown.length;
  const lists = PANELS.map((panel) => ({ panel, rows: shown.filter((difference) => difference.panel === panel) }));
  return (
    <div className={styles.differences} role="group" aria-label="What they changed" tabIndex={0}>
      {lists
        .filter(({ rows }) => rows.length > 0)
        .map(({ panel, rows }) => (
          <div key={panel}>
            <Title order={3} size="sm" fw={600}>
              {WORDS[panel].title}
            </Title>
            <ul className={styles.rows}>
              {rows.map((row) => (
                <li key={`${row.change} ${mappingText(row.mapping, () => row.mapping.target)}`}>
                  <Badge tt="none" variant="light" color={CHANGES[row.change].color} className="badge-readable">
                    {CHANGES[row.change].text}
                  </Badge>{' '}
                  <Text span size="sm">
                    {mappingText(row.mapping, () => titleOf(row))}
                  </Text>
                </li>
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
  );
}
