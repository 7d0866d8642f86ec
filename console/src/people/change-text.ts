import type { Schemas } from '../api/client';
import { roleName } from '../words/roles';

type AccessChange = Schemas['LoggedAccessChangeDto'];

/** Codes in the log that are not organization roles. */
const INHERIT = 'IN';

function nameOf(code: string): string {
  return code === INHERIT ? 'Inherit' : roleName(code);
}

function inContainer(title: string, { from, to }: AccessChange): string {
  if (from === null) return `Came into ${title}`;
  return to === null ? `Lost ${title}` : `Changed in ${title}`;
}

/** A change of access, in a few words. */
export function changeText(change: AccessChange): string {
  const { kind, target, from, to } = change;
  if (kind === 'role') return from === null ? `Began as ${nameOf(to ?? '')}` : `${nameOf(from)} → ${nameOf(to ?? '')}`;

  const what = inContainer(target?.title ?? `a ${kind} that is gone`, change);
  if (kind === 'workspace') return what;
  return [what, [from, to].flatMap((code) => (code === null ? [] : [nameOf(code)])).join(' → ')].join(': ');
}
