import { redirect } from 'react-router';
import { queryClient } from '../api/query-client';
import { forgetToken } from './token';

/**
 * The address where a session ends. It is reached like any other view, so that unsaved changes are asked about first.
 */
export const SIGN_OUT = '/sign-out';

/** Ends the session; the next one begins at the same address. */
export function signOut(): Response {
  const { pathname, search } = window.location;
  queryClient.clear();
  forgetToken();
  return redirect(pathname === SIGN_OUT ? '/' : `${pathname}${search}`);
}
