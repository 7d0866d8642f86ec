import { createBrowserRouter, Navigate } from 'react-router';
import { Crash } from './layout/crash';
import { NotFound } from './layout/not-found';
import { Shell } from './layout/shell';
import { isAdministrator, Session, usePerson } from './session/session';
import { SignIn } from './session/sign-in';
import { SIGN_OUT, signOut } from './session/sign-out';
import { useToken } from './session/token';

/** Asks for a token first, at any address. */
function Entrance() {
  const token = useToken();
  if (token === null) return <SignIn />;
  return (
    <Session key={token}>
      <Shell />
    </Session>
  );
}

/** Leads everybody else to their own access. */
function AdministratorsOnly({ children }: { readonly children: React.ReactNode }) {
  return isAdministrator(usePerson().role) ? children : <Navigate to="/me" replace />;
}

/** A view whose code is loaded when somebody first opens it. */
function view(load: () => Promise<{ default: React.ComponentType }>) {
  return async () => {
    const { default: View } = await load();
    return {
      Component: () => (
        <AdministratorsOnly>
          <View />
        </AdministratorsOnly>
      ),
    };
  };
}

export const router = createBrowserRouter([
  {
    Component: Entrance,
    ErrorBoundary: Crash,
    HydrateFallback: () => null,
    children: [
      { path: '/', lazy: view(() => import('./connection/connection-page')) },
      { path: '/mappings', lazy: view(() => import('./mappings/mappings-page')) },
      { path: '/people', lazy: view(() => import('./people/people-page')) },
      { path: '/people/:id', lazy: view(() => import('./people/person-page')) },
      { path: '/groups', lazy: view(() => import('./groups/groups-page')) },
      { path: '/groups/:id', lazy: view(() => import('./groups/group-page')) },
      { path: '/activity', lazy: view(() => import('./activity/activity-page')) },
      { path: '/requests', lazy: view(() => import('./activity/requests-page')) },
      { path: '/organization', lazy: view(() => import('./organization/organization-page')) },
      { path: '/me', lazy: async () => ({ Component: (await import('./me/me-page')).default }) },
      { path: SIGN_OUT, loader: signOut },
      { path: '*', Component: NotFound },
    ],
  },
]);
