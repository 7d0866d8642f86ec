import { Button, Stack, Text, Title } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useMemo, useState } from 'react';
import { Empty } from '../parts/empty';
import { SearchField } from '../parts/search-field';
import { useViewParams } from '../parts/search-params';
import { Section } from '../parts/section';
import { countText } from '../words/moments';
import { arrange, filtered, firstRows, type RowGroup } from './arrange';
import type { DraftRow, Panel } from './draft';
import type { DraftEdit } from './draft-edits';
import type { Problems } from './draft-problems';
import { MappingRow } from './mapping-row';
import styles from './mappings.module.css';
import { WORDS } from './panel-words';
import type { Faults } from './use-faults';
import { addButtonIdOf } from './row-focus';
import { NewWorkspaceBadge, TargetText } from './row-text';

/** How many rows are shown at first, and with each “show more”. */
const STEP = 50;
/** How many rows it takes for a search field to appear. */
const MANY = 10;

interface PanelViewProps {
  readonly panel: Panel;
  readonly rows: readonly DraftRow[];
  readonly open: ReadonlySet<number>;
  readonly problems: Problems;
  readonly refusals: Faults['refusals'];
  readonly titleOf: (target: string) => string;
  readonly onAdd: (panel: Panel) => void;
  readonly onOpen: (id: number, open: boolean) => void;
  readonly onEdit: (edit: DraftEdit) => void;
}

function Heading({ panel, group: { target, title } }: { readonly panel: Panel; readonly group: RowGroup }) {
  return (
    <div className={styles.heading}>
      <Title order={3} fw={600}>
        {target === undefined ? title : <TargetText panel={panel} target={target} title={title} />}
      </Title>
      {panel === 'workspaces' && target !== undefined && <NewWorkspaceBadge title={target} />}
    </div>
  );
}

function Rows(props: PanelViewProps & { readonly groups: readonly RowGroup[] }) {
  const { panel, groups, open, problems, refusals, titleOf, onOpen, onEdit } = props;
  return groups.map((group) => (
    <div key={group.target ?? ''} className={styles.group}>
      <Heading panel={panel} group={group} />
      <ul className={styles.rows}>
        {group.rows.map((row) => (
          <MappingRow
            key={row.id}
            panel={panel}
            row={row}
            open={open.has(row.id)}
            problem={problems.get(row.id)}
            refusal={refusals.get(row.id)}
            titleOf={titleOf}
            onOpen={onOpen}
            onEdit={onEdit}
          />
        ))}
      </ul>
    </div>
  ));
}

/** One of the three lists. */
export function PanelView(props: PanelViewProps) {
  const { panel, rows, open, problems, refusals, titleOf, onAdd } = props;
  const words = WORDS[panel];
  const params = useViewParams();
  const search = params.get(panel) ?? '';
  const [limit, setLimit] = useState(STEP);
  const arranged = useMemo(() => arrange(panel, rows, titleOf), [panel, rows, titleOf]);
  const matching = useMemo(() => filtered(arranged, search), [arranged, search]);
  const isPinned = ({ id }: DraftRow) => open.has(id) || problems.has(id) || refusals.has(id);
  const { groups, left } = firstRows(matching, limit, isPinned);
  return (
    <Section
      title={words.title}
      lead={words.lead}
      actions={
        <Button
          id={addButtonIdOf(panel)}
          variant="light"
          leftSection={<IconPlus size={16} aria-hidden />}
          onClick={() => onAdd(panel)}
        >
          {words.add}
        </Button>
      }
    >
      {(rows.length > MANY || search !== '') && (
        <SearchField
          label={`Search ${words.title}`}
          placeholder={`Search ${countText(rows.length)} mappings`}
          value={search}
          onSearch={(text) => {
            setLimit(STEP);
            params.set({ [panel]: text });
          }}
        />
      )}
      {rows.length === 0 && <Empty title={words.emptyTitle}>{words.emptyText}</Empty>}
      {rows.length > 0 && groups.length === 0 && (
        <Empty title={`No mapping matches “${search}”`}>
          None of the {countText(rows.length)} has this in its group or its {words.target.toLowerCase()}.
        </Empty>
      )}
      {groups.length > 0 && (
        <Stack gap={8}>
          <Rows {...props} groups={groups} />
        </Stack>
      )}
      {left > 0 && (
        <div>
          <Button variant="default" size="sm" onClick={() => setLimit(limit + STEP)}>
            Show more
          </Button>
          <Text span size="sm" c="dimmed" ml="sm" role="status">
            {countText(left)} more {left === 1 ? 'mapping' : 'mappings'} in {words.title}
          </Text>
        </div>
      )}
    </Section>
  );
}
