/** The way to links by which customers answer by themselves, for researchers; the rest comes when it is wanted. */
import LinkIcon from 'lucide-react/icons/link'
import { lazy, Suspense, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '#client/ui/button.tsx'
import { Icon } from '#client/ui/icon.tsx'
import type { Purpose } from './make-link.tsx'

const GuestLinksDialog = lazy(async () => ({
  default: (await import('#client/features/guest-links/guest-links-dialog.tsx')).GuestLinksDialog,
}))

export function GuestLinksTools({ purpose = 'asks' }: { readonly purpose?: Purpose }) {
  const { t } = useTranslation('guestLinks')
  const [isOpen, setOpen] = useState(false)
  return (
    <>
      <Button onClick={() => setOpen(true)} aria-haspopup="dialog">
        <Icon of={LinkIcon} />
        {t(purpose === 'asks' ? 'open' : 'openDraft')}
      </Button>
      {isOpen && (
        <Suspense fallback={null}>
          <GuestLinksDialog purpose={purpose} onClose={() => setOpen(false)} />
        </Suspense>
      )}
    </>
  )
}
