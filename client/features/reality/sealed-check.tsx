/** Before the envelope is opened: it, how many interviews lie in it, and nothing else of the customers. */
import { useTranslation } from 'react-i18next'
import { useFacilitatorName } from '#client/session/facilitator-name.ts'
import { useSession, useSingle } from '#client/session/hooks.ts'
import { LinkButton } from '#client/ui/button.tsx'
import { SealedEnvelope } from '#client/ui/sealed-envelope.tsx'
import { EmptyState } from '#client/ui/states.tsx'
import { envelope } from '#shared/record/schema.ts'

export function SealedCheck() {
  const { t } = useTranslation('reality')
  const { isFacilitator, workshopId } = useSession()
  const { interviewCount: count } = useSingle(envelope)
  const name = useFacilitatorName()
  return (
    <EmptyState
      level="h1"
      drawing={<SealedEnvelope sealed ink width="9rem" label={t('sealed.label')} />}
      fact={t('sealed.fact')}
      advice={
        <>
          {t('sealed.advice', { count, name })} {isFacilitator && t('sealed.adviceYou')}
        </>
      }
    >
      <LinkButton kind={isFacilitator ? 'reveal' : 'default'} to={`/w/${workshopId}/interviews`}>
        {t(isFacilitator ? 'sealed.open' : 'sealed.see')}
      </LinkButton>
    </EmptyState>
  )
}
