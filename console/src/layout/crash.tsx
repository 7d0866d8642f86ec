import { Container } from '@mantine/core';
import { useRouteError } from 'react-router';
import { Failure } from '../parts/failure';

/** Shown in place of a view that failed to render. */
export function Crash() {
  const error = useRouteError();
  return (
    <Container component="main" py="xl">
      <Failure title="This page failed" error={error} retry={() => window.location.reload()} />
    </Container>
  );
}
