/** The way to interviews from and to files, for researchers; the rest comes when it is wanted. */
import FileUp from 'lucide-react/icons/file-up'
import { lazy, Suspense, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '#client/ui/button.tsx'
import { Icon } from '#client/ui/icon.tsx'

const IntakeDialog = lazy(async () => ({
  default: (await import('#client/features/intake/intake-dialog.tsx')).IntakeDialog,
}))

export function IntakeTools() {
  const { t } = useTranslation('intake')
  const [isOpen, setOpen] = useState(false)
  return (
    <>
      <Button onClick={() => setOpen(true)} aria-haspopup="dialog">
        <Icon of={FileUp} />
        {t('open')}
      </Button>
      {isOpen && (
        <Suspense fallback={null}>
          <IntakeDialog onClose={() => setOpen(false)} />
        </Suspense>
      )}
    </>
  )
}
