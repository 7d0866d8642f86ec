import { Box, Group, Text, VisuallyHidden } from '@mantine/core';
import type { Schemas } from '../api/client';
import { countText } from '../words/moments';
import style from './day-chart.module.css';

type Day = Schemas['RequestsOfDayDto'];

/** Height of the highest bar in pixels; the rest is for the words above and below. */
const HIGHEST = 110;
const LEAST_ERROR = 4;

const short = new Intl.NumberFormat('en', { notation: 'compact', maximumFractionDigits: 1 });
const dayName = new Intl.DateTimeFormat('en', { day: 'numeric', month: 'short', timeZone: 'UTC' });
const dayNumber = new Intl.DateTimeFormat('en', { day: 'numeric', timeZone: 'UTC' });

const sum = (days: readonly Day[], of: 'requests' | 'errors'): number => days.reduce((all, day) => all + day[of], 0);

function dayText({ date, requests, errors }: Day): string {
  return `${dayName.format(new Date(date))}: ${countText(requests)} requests, ${countText(errors)} of them errors`;
}

function Bar({ day, scale }: { readonly day: Day; readonly scale: number }) {
  const height = day.requests * scale;
  const errors = day.errors === 0 ? 0 : Math.max(LEAST_ERROR, day.errors * scale);
  return (
    <div className={style.day} title={dayText(day)}>
      {day.requests > 0 && <span>{short.format(day.requests)}</span>}
      <div className={day.requests === 0 ? `${style.bar} ${style.none}` : style.bar} style={{ height }}>
        <div className={style.errors} style={{ height: errors }} />
      </div>
      <span>{dayNumber.format(new Date(day.date))}</span>
    </div>
  );
}

function TableInstead({ title, days }: DayChartProps) {
  return (
    <VisuallyHidden>
      <table>
        <caption>{title}</caption>
        <thead>
          <tr>
            <th scope="col">Day (UTC)</th>
            <th scope="col">Requests</th>
            <th scope="col">Errors among them</th>
          </tr>
        </thead>
        <tbody>
          {days.map((day) => (
            <tr key={day.date}>
              <th scope="row">{dayName.format(new Date(day.date))}</th>
              <td>{day.requests}</td>
              <td>{day.errors}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </VisuallyHidden>
  );
}

interface DayChartProps {
  readonly title: string;
  readonly days: readonly Day[];
}

/** One bar for each day, with its errors striped at the foot; and the same as a table for people who cannot see it. */
export function DayChart({ title, days }: DayChartProps) {
  const scale = HIGHEST / Math.max(1, ...days.map(({ requests }) => requests));
  return (
    <Box component="figure" m={0} miw={0}>
      <Group component="figcaption" justify="space-between" gap="xs" mb="xs">
        <Text size="sm" fw={600}>
          {title}
        </Text>
        <Text size="xs" c="dimmed">
          <span className={`${style.swatch} ${style.bar}`} aria-hidden />
          {countText(sum(days, 'requests'))} requests
          <Box component="span" ml="sm" className={`${style.swatch} ${style.errors}`} aria-hidden />
          {countText(sum(days, 'errors'))} errors
        </Text>
      </Group>
      <div className={style.bars} aria-hidden>
        {days.map((day) => (
          <Bar key={day.date} day={day} scale={scale} />
        ))}
      </div>
      <TableInstead title={title} days={days} />
    </Box>
  );
}
