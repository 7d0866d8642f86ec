import { notifications } from '@mantine/notifications';
import { IconAlertTriangle, IconCheck } from '@tabler/icons-react';
import { sentencesOf } from '../api/errors';

/** Reports in a corner that something is done. */
export function noticeDone(message: string): void {
  notifications.show({
    message,
    color: 'teal',
    icon: <IconCheck size={18} aria-hidden />,
    withBorder: true,
    closeButtonProps: { 'aria-label': 'Close' },
  });
}

/** Reports in a corner that something was refused or failed, and why; it stays until it is closed. */
export function noticeFailed(title: string, error: unknown): void {
  notifications.show({
    title,
    message: sentencesOf(error).join(' '),
    color: 'red',
    icon: <IconAlertTriangle size={18} aria-hidden />,
    autoClose: false,
    withBorder: true,
    closeButtonProps: { 'aria-label': 'Close' },
  });
}
