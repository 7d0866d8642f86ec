import { agoText, momentText } from '../words/moments';

/** When something was: how long ago, and the moment itself on hovering. Nothing for never. */
export function Moment({ at, never = 'never' }: { readonly at: string | null | undefined; readonly never?: string }) {
  if (!at) return <>{never}</>;
  const moment = new Date(at);
  return (
    <time dateTime={at} title={momentText(moment)}>
      {agoText(moment)}
    </time>
  );
}
