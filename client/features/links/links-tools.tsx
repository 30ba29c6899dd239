/** The way to the links, for everyone who may hand one on; the dialog comes when it is wanted. */
import LinkIcon from 'lucide-react/icons/link'
import { lazy, Suspense, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useSession } from '#client/session/hooks.ts'
import { Button } from '#client/ui/button.tsx'
import { Icon } from '#client/ui/icon.tsx'

const LinksDialog = lazy(async () => ({
  default: (await import('#client/features/links/links-dialog.tsx')).LinksDialog,
}))

export function LinksTools() {
  const { t } = useTranslation('links')
  const { view } = useSession()
  const [isOpen, setOpen] = useState(false)
  if (view.seat.role === 'viewer') return null
  return (
    <>
      <Button onClick={() => setOpen(true)} aria-haspopup="dialog">
        <Icon of={LinkIcon} />
        {t('open')}
      </Button>
      {isOpen && (
        <Suspense fallback={null}>
          <LinksDialog onClose={() => setOpen(false)} />
        </Suspense>
      )}
    </>
  )
}
