/** Light or dark, for this person on this device. */
import Moon from 'lucide-react/icons/moon'
import Sun from 'lucide-react/icons/sun'
import { useTranslation } from 'react-i18next'
import { toggleTheme, useTheme } from '#client/lib/theme.ts'
import { Button } from './button.tsx'
import { Icon } from './icon.tsx'

export function ThemeButton() {
  const { t } = useTranslation('common')
  const isDark = useTheme() === 'dark'
  const label = t(isDark ? 'theme.toLight' : 'theme.toDark')
  return (
    <Button kind="quiet" square aria-label={label} title={label} onClick={toggleTheme}>
      <Icon of={isDark ? Sun : Moon} size="1.25rem" />
    </Button>
  )
}
