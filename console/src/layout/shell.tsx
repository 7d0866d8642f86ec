import {
  ActionIcon,
  AppShell,
  Burger,
  Group,
  Menu,
  NavLink,
  Text,
  UnstyledButton,
  useMantineColorScheme,
} from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconLogout, IconMoon, IconSun } from '@tabler/icons-react';
import { Suspense, useEffect } from 'react';
import { Link, Outlet, useLocation } from 'react-router';
import icon from '../icon.svg';
import { isAdministrator, usePerson } from '../session/session';
import { SIGN_OUT } from '../session/sign-out';
import { roleName } from '../words/roles';
import { PLACES, type Place } from './places';

function isHere({ to }: Place, path: string): boolean {
  return to === '/' ? path === '/' : path === to || path.startsWith(`${to}/`);
}

function Places({ onGo }: { readonly onGo: () => void }) {
  const { pathname } = useLocation();
  return PLACES.map((place) => (
    <NavLink
      key={place.to}
      component={Link}
      to={place.to}
      label={place.label}
      leftSection={<place.Icon size={18} aria-hidden />}
      active={isHere(place, pathname)}
      aria-current={isHere(place, pathname) ? 'page' : undefined}
      onClick={onGo}
    />
  ));
}

function SchemeSwitch() {
  const { colorScheme, setColorScheme } = useMantineColorScheme();
  const dark = colorScheme === 'dark' || (colorScheme === 'auto' && matchMedia('(prefers-color-scheme: dark)').matches);
  return (
    <ActionIcon
      variant="subtle"
      color="gray"
      size="lg"
      aria-label={dark ? 'Switch to light colours' : 'Switch to dark colours'}
      onClick={() => setColorScheme(dark ? 'light' : 'dark')}
    >
      {dark ? <IconSun size={18} aria-hidden /> : <IconMoon size={18} aria-hidden />}
    </ActionIcon>
  );
}

function PersonMenu() {
  const person = usePerson();
  return (
    <Menu position="bottom-end" width={240}>
      <Menu.Target>
        <UnstyledButton aria-label={`${person.initials}, account of ${person.email ?? person.username}`}>
          <Text size="sm" fw={500} visibleFrom="sm">
            {person.email ?? person.username}
          </Text>
          <Text size="sm" fw={600} hiddenFrom="sm">
            {person.initials}
          </Text>
        </UnstyledButton>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Label>
          {person.email ?? person.username}, {roleName(person.role)}
        </Menu.Label>
        <Menu.Item component={Link} to="/me">
          What I may do, and why
        </Menu.Item>
        <Menu.Item component="a" href="/docs">
          API explorer
        </Menu.Item>
        <Menu.Divider />
        <Menu.Item component={Link} to={SIGN_OUT} leftSection={<IconLogout size={16} aria-hidden />}>
          Sign out
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}

/** The frame around every view: navigation, and who is signed in. */
export function Shell() {
  const person = usePerson();
  const [opened, { toggle, close }] = useDisclosure();
  const { pathname } = useLocation();
  const places = isAdministrator(person.role);
  useEffect(() => {
    document.getElementById('content')?.focus({ preventScroll: true });
    window.scrollTo(0, 0);
  }, [pathname]);
  return (
    <AppShell
      header={{ height: 56 }}
      navbar={places ? { width: 220, breakpoint: 'sm', collapsed: { mobile: !opened } } : undefined}
      padding={{ base: 'md', md: 'xl' }}
    >
      <a href="#content" className="skip-link">
        Skip to the content
      </a>
      <AppShell.Header>
        <Group h="100%" px="md" justify="space-between" wrap="nowrap">
          <Group gap="sm" wrap="nowrap">
            {places && (
              <Burger
                opened={opened}
                onClick={toggle}
                hiddenFrom="sm"
                size="sm"
                aria-label="Places"
                aria-expanded={opened}
              />
            )}
            <img src={icon} width={26} height={26} alt="" />
            <Text fw={700} size="lg">
              Rolecall
            </Text>
          </Group>
          <Group gap="sm" wrap="nowrap">
            <SchemeSwitch />
            <PersonMenu />
          </Group>
        </Group>
      </AppShell.Header>
      {places && (
        <AppShell.Navbar p="sm" aria-label="Places">
          <Places onGo={close} />
        </AppShell.Navbar>
      )}
      <AppShell.Main id="content" tabIndex={-1} className="content">
        <Suspense>
          <Outlet />
        </Suspense>
      </AppShell.Main>
    </AppShell>
  );
}
