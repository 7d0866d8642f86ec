import { useSyncExternalStore } from 'react';

const KEY = 'rolecall.token';
const listeners = new Set<() => void>();

/** Why the last session ended; shown where the next one begins. */
let farewell: string | undefined;

/** The token of this tab: the browser forgets it with the tab. */
export function currentToken(): string | null {
  return sessionStorage.getItem(KEY);
}

function changed(): void {
  for (const listener of listeners) listener();
}

export function keepToken(token: string): void {
  farewell = undefined;
  sessionStorage.setItem(KEY, token);
  changed();
}

/** @param reason a sentence for the person, if they did not end the session themselves */
export function forgetToken(reason?: string): void {
  farewell = reason;
  sessionStorage.removeItem(KEY);
  changed();
}

export function reasonOfFarewell(): string | undefined {
  return farewell;
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** The token, kept up to date in a component. */
export function useToken(): string | null {
  return useSyncExternalStore(subscribe, currentToken);
}
