/**
 * What is kept of a customer as a person. Researchers alone. Opened from anywhere by the address: `?privacy=<interview>`
 * on any page of the workshop (`<Link to="?privacy=…">`); the app mounts it, closing takes it out of the address.
 */
import { useTranslation } from 'react-i18next'
import { Coarsen } from '#client/features/privacy/coarsen.tsx'
import { Consents } from '#client/features/privacy/consents.tsx'
import { IdentityForm } from '#client/features/privacy/identity-form.tsx'
import { NameWarnings } from '#client/features/privacy/name-warnings.tsx'
import { useIdentity } from '#client/features/privacy/use-identity.ts'
import { Withdraw } from '#client/features/privacy/withdraw.tsx'
import { useRow } from '#client/session/hooks.ts'
import { Dialog } from '#client/ui/dialog.tsx'
import { EmptyState } from '#client/ui/states.tsx'
import { type Interview, interviews } from '#shared/interviews/schema.ts'

export function PrivacyPanel(props: { readonly interviewId: string; readonly onClose: () => void }) {
  const { interviewId, onClose } = props
  const { t } = useTranslation('privacy')
  const interview = useRow(interviews, interviewId)
  return (
    <Dialog title={interview ? t('title', { pseudonym: interview.pseudonym }) : t('gone')} onClose={onClose}>
      {interview ? (
        <Sections interview={interview} onGone={onClose} />
      ) : (
        <EmptyState fact={t('gone')} advice={t('goneAdvice')} level="h2" />
      )}
    </Dialog>
  )
}

function Sections({ interview, onGone }: { readonly interview: Interview; readonly onGone: () => void }) {
  const identity = useIdentity(interview)
  return (
    <>
      <NameWarnings interview={interview} identity={identity.known} />
      <IdentityForm interview={interview} identity={identity} />
      <Consents interview={interview} />
      <Coarsen interview={interview} />
      <Withdraw interview={interview} onGone={onGone} />
    </>
  )
}
