import { createTheme, type CSSVariablesResolver, NavLink, Table } from '@mantine/core';

/** Colours with a contrast of 4.5:1 in both schemes: one shade darker than Mantine's own choice. */
export const theme = createTheme({
  primaryColor: 'indigo',
  primaryShade: { light: 8, dark: 7 },
  autoContrast: true,
  defaultRadius: 'md',
  cursorType: 'pointer',
  fontFamily: 'system-ui, -apple-system, "Segoe UI", Roboto, "Helvetica Neue", "Noto Sans", sans-serif',
  fontFamilyMonospace: 'ui-monospace, SFMono-Regular, "SF Mono", Menlo, Consolas, monospace',
  colors: {
    dark: [
      '#d5d9e2',
      '#b8bfcc',
      '#9ea7b6',
      '#6f798b',
      '#3f4656',
      '#333a48',
      '#1f242e',
      '#171b23',
      '#12151b',
      '#0d1015',
    ],
  },
  headings: {
    fontWeight: '650',
    sizes: { h1: { fontSize: '1.6rem' }, h2: { fontSize: '1.15rem' }, h3: { fontSize: '1rem' } },
  },
  components: {
    NavLink: NavLink.extend({ styles: { root: { borderRadius: 'var(--mantine-radius-md)' } } }),
    Table: Table.extend({ defaultProps: { verticalSpacing: 'sm', highlightOnHover: true } }),
  },
});

/** Secondary text that is still readable. */
export const cssVariables: CSSVariablesResolver = () => ({
  variables: {},
  light: {
    '--mantine-color-dimmed': '#5b6472',
    '--mantine-color-placeholder': '#6b7482',
    '--mantine-color-error': '#c92a2a',
  },
  dark: {
    '--mantine-color-dimmed': '#a3acbb',
    '--mantine-color-placeholder': '#8791a2',
    '--mantine-color-error': '#ff8787',
  },
});
