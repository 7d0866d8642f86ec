import { agoText, momentText } from '../words/moments';

/** A moment: how long ago, and the exact time on hovering. */
export function Moment({ at, never = 'never' }: { readonly at: string | null | undefined; readonly never?: string }) {
  if (!at) return <>{never}</>;
  const moment = new Date(at);
  return (
    <time dateTime={at} title={momentText(moment)}>
      {agoText(moment)}
    </time>
  );
}
