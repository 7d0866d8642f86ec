import { Box, Collapse, UnstyledButton } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconChevronDown } from '@tabler/icons-react';
import { useId } from 'react';
import { StatusBadge } from '../parts/badges';
import { Moment } from '../parts/moment';
import style from './activity.module.css';
import type { ScimRequest } from './queries';
import { RequestDetails } from './request-details';

function RequestRow({ request }: { readonly request: ScimRequest }) {
  const { received_at, status, method, path, query, duration_ms } = request;
  const [opened, { toggle }] = useDisclosure();
  const id = useId();
  return (
    <li className={style.requestItem}>
      <UnstyledButton className={style.request} aria-expanded={opened} aria-controls={id} onClick={toggle}>
        <span className={style.when}>
          <Moment at={received_at} />
        </span>
        <StatusBadge status={status} />
        <b>{method}</b>
        <span className={style.path}>
          {path}
          {query !== null && `?${query}`}
        </span>
        <span className={style.right}>{duration_ms} ms</span>
        <IconChevronDown size={14} aria-hidden className={opened ? style.turned : undefined} />
      </UnstyledButton>
      <Collapse expanded={opened} id={id}>
        {opened && (
          <Box p="sm" pb="lg">
            <RequestDetails request={request} />
          </Box>
        )}
      </Collapse>
    </li>
  );
}

/** One line for each request, which can be opened. */
export function RequestList({ requests }: { readonly requests: readonly ScimRequest[] }) {
  return (
    <ul className={style.list} aria-label="Requests, newest first">
      {requests.map((request) => (
        <RequestRow key={request.id} request={request} />
      ))}
    </ul>
  );
}
