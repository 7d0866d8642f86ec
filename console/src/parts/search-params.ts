import { useSearchParams } from 'react-router';

/** Filters and page of a view, kept in its address so that links and reloads show the same. */
export interface ViewParams {
  /** Undefined if it is missing or empty. */
  readonly get: (name: string) => string | undefined;
  /** 1 if it is missing. */
  readonly page: number;
  /** Sets some and leaves the others. The page goes back to the first, unless it is set itself. */
  readonly set: (changes: Readonly<Record<string, string | undefined>>) => void;
}

export function useViewParams(): ViewParams {
  const [params, setParams] = useSearchParams();
  const page = Math.trunc(Number(params.get('page')));
  return {
    get: (name) => params.get(name) ?? undefined,
    page: page >= 1 ? page : 1,
    set: (changes) =>
      setParams(
        (before) => {
          const after = new URLSearchParams(before);
          const wanted: Record<string, string | undefined> = { page: undefined, ...changes };
          for (const [name, value] of Object.entries(wanted)) {
            if (value === undefined || value === '') after.delete(name);
            else after.set(name, value);
          }
          return after;
        },
        { replace: true },
      ),
  };
}
