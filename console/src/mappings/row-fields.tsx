import { Select } from '@mantine/core';
import { PROJECT_ROLES } from '../words/roles';
import type { DraftRow, Mapping, Panel } from './draft';
import type { Problem } from './draft-problems';
import { GroupField } from './group-field';
import styles from './mappings.module.css';
import { TargetField } from './target-field';

interface RowFieldsProps {
  readonly panel: Panel;
  readonly row: DraftRow;
  readonly label: string;
  readonly title: string;
  readonly problem: Problem | undefined;
  readonly onChange: (to: Partial<Mapping>) => void;
}

/** The fields of one mapping; a choice changes the draft at once. */
export function RowFields({ panel, row, label, title, problem, onChange }: RowFieldsProps) {
  const errorOf = (field: keyof Mapping) => (problem?.field === field ? problem.message : undefined);
  const { now } = row;
  return (
    <div role="group" aria-label={label} className={styles.fields} data-panel={panel}>
      <TargetField
        panel={panel}
        value={now.target}
        title={title}
        error={errorOf('target')}
        onChange={(target) => onChange({ target })}
      />
      <GroupField value={now.group} error={errorOf('group')} onChange={(group) => onChange({ group })} />
      {panel === 'projects' && (
        <Select
          label="Role"
          data={PROJECT_ROLES}
          allowDeselect={false}
          value={now.role ?? null}
          onChange={(role) => onChange({ role: PROJECT_ROLES.find((known) => known === role) })}
        />
      )}
    </div>
  );
}
