/**
 * The kit in our language, for chrome that is loaded when needed (menus, later drawers and date fields). All colours
 * point at the tokens; there is no ink colour here, so that nobody can make a blue button.
 */
import { type CSSVariablesResolver, createTheme, type MantineColorsTuple, Menu } from '@mantine/core'
import kit from './kit.module.css'

const graphite: MantineColorsTuple = [
  '#f4f5f2',
  '#eaece7',
  '#daddd7',
  '#b9bec6',
  '#a0a6b0',
  '#7f857e',
  '#585e67',
  '#41464e',
  '#2a2f36',
  '#17191d',
]

export const mantineTheme = createTheme({
  primaryColor: 'graphite',
  primaryShade: { light: 9, dark: 0 },
  colors: { graphite },
  autoContrast: true,
  defaultRadius: 8,
  fontFamily: 'var(--font-text)',
  headings: { fontFamily: 'var(--font-display)' },
  fontSizes: {
    xs: 'var(--fs-xs)',
    sm: 'var(--fs-sm)',
    md: 'var(--fs-md)',
    lg: 'var(--fs-lg)',
    xl: 'var(--fs-xl)',
  },
  spacing: { xs: 'var(--s-2)', sm: 'var(--s-3)', md: 'var(--s-4)', lg: 'var(--s-5)', xl: 'var(--s-6)' },
  focusRing: 'auto',
  cursorType: 'pointer',
  respectReducedMotion: true,
  components: {
    Menu: Menu.extend({ classNames: { dropdown: kit.dropdown ?? '', item: kit.item ?? '' } }),
  },
})

const onTokens = {
  '--mantine-color-body': 'var(--paper)',
  '--mantine-color-text': 'var(--text)',
  '--mantine-color-dimmed': 'var(--text-3)',
  '--mantine-color-default': 'var(--sheet)',
  '--mantine-color-default-color': 'var(--text)',
  '--mantine-color-default-hover': 'var(--sunk)',
  '--mantine-color-default-border': 'var(--edge)',
  '--mantine-color-error': 'var(--danger)',
  '--mantine-color-anchor': 'var(--text)',
  '--mantine-shadow-md': 'var(--lift-2)',
}

export const mantineVariables: CSSVariablesResolver = () => ({
  variables: {},
  light: onTokens,
  dark: onTokens,
})
