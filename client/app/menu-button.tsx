/** The rest of what one can do here. The menu itself comes with the kit, when it is first opened. */
import Ellipsis from 'lucide-react/icons/ellipsis'
import { lazy, Suspense, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '#client/ui/button.tsx'
import { Icon } from '#client/ui/icon.tsx'

export interface MenuProps {
  readonly workshopId: string
  readonly onKeys: () => void
  /** Null for those who may not repeat the workshop. */
  readonly onRepeat: (() => void) | null
}

const DeskMenu = lazy(() => import('./desk-menu.tsx'))

export function MenuButton(props: MenuProps) {
  const { t } = useTranslation('shell')
  const [wanted, setWanted] = useState(false)
  const closed = (
    <Button
      kind="quiet"
      square
      aria-label={t('menu')}
      aria-haspopup="menu"
      aria-expanded={false}
      onClick={() => setWanted(true)}
    >
      <Icon of={Ellipsis} size="1.25rem" />
    </Button>
  )
  if (!wanted) return closed
  return (
    <Suspense fallback={closed}>
      <DeskMenu {...props} />
    </Suspense>
  )
}
