import { redirect } from 'react-router';
import { queryClient } from '../api/query-client';
import { forgetToken } from './token';

/** Where a session ends. One goes there as to any other view, so that whoever has unsaved changes is asked first. */
export const SIGN_OUT = '/sign-out';

/** Ends the session; the next one begins where it ended. */
export function signOut(): Response {
  const { pathname, search } = window.location;
  queryClient.clear();
  forgetToken();
  return redirect(pathname === SIGN_OUT ? '/' : `${pathname}${search}`);
}
