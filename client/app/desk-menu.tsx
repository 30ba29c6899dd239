/** The menu of the top bar, opened as soon as it is here. */
import '@mantine/core/styles/default-css-variables.css'
import '@mantine/core/styles/UnstyledButton.css'
import '@mantine/core/styles/Popover.css'
import '@mantine/core/styles/Menu.css'
import { MantineProvider, Menu } from '@mantine/core'
import Download from 'lucide-react/icons/download'
import Ellipsis from 'lucide-react/icons/ellipsis'
import Files from 'lucide-react/icons/files'
import House from 'lucide-react/icons/house'
import Keyboard from 'lucide-react/icons/keyboard'
import Presentation from 'lucide-react/icons/presentation'
import Repeat from 'lucide-react/icons/repeat'
import Trash2 from 'lucide-react/icons/trash-2'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { toggleProjector } from '#client/lib/media.ts'
import { useTheme } from '#client/lib/theme.ts'
import { Button } from '#client/ui/button.tsx'
import { Icon } from '#client/ui/icon.tsx'
import { mantineTheme, mantineVariables } from '#client/ui/mantine-theme.ts'
import { exportAddress } from './export-address.ts'
import type { MenuProps } from './menu-button.tsx'

export default function DeskMenu({ workshopId, onKeys, onRepeat }: MenuProps) {
  const { t } = useTranslation('shell')
  const common = useTranslation('common').t
  return (
    <MantineProvider
      theme={mantineTheme}
      cssVariablesResolver={mantineVariables}
      forceColorScheme={useTheme()}
    >
      <Menu
        defaultOpened
        position="bottom-end"
        shadow="md"
        width={240}
        withinPortal={false}
        withInitialFocusPlaceholder={false}
      >
        <Menu.Target>
          <Button kind="quiet" square aria-label={t('menu')}>
            <Icon of={Ellipsis} size="1.25rem" />
          </Button>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Item component={Link} to={`/w/${workshopId}/export`} leftSection={<Icon of={Files} />}>
            {t('takeAway')}
          </Menu.Item>
          <Menu.Item
            component="a"
            href={exportAddress(workshopId)}
            download
            leftSection={<Icon of={Download} />}
          >
            {t('export')}
          </Menu.Item>
          <Menu.Item component={Link} to={`/w/${workshopId}/bin`} leftSection={<Icon of={Trash2} />}>
            {t('bin')}
          </Menu.Item>
          {onRepeat && (
            <Menu.Item leftSection={<Icon of={Repeat} />} onClick={onRepeat}>
              {t('repeat')}
            </Menu.Item>
          )}
          <Menu.Item leftSection={<Icon of={Presentation} />} onClick={toggleProjector}>
            {t('projector')}
          </Menu.Item>
          <Menu.Item leftSection={<Icon of={Keyboard} />} onClick={onKeys}>
            {t('keysTitle')}
          </Menu.Item>
          <Menu.Item component={Link} to="/" leftSection={<Icon of={House} />}>
            {common('toHome')}
          </Menu.Item>
        </Menu.Dropdown>
      </Menu>
    </MantineProvider>
  )
}
