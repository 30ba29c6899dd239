/** An address that leads nowhere. */
import { useTranslation } from 'react-i18next'
import { LinkButton } from '#client/ui/button.tsx'
import { EmptyState, UnansweredDrawing } from '#client/ui/states.tsx'
import { PlainPage } from './plain-page.tsx'

export default function LostPage() {
  const { t } = useTranslation('shell')
  const common = useTranslation('common').t
  return (
    <PlainPage title={t('lost.title')}>
      <EmptyState level="h1" drawing={<UnansweredDrawing />} fact={t('lost.title')} advice={t('lost.advice')}>
        <LinkButton kind="primary" to="/">
          {common('toHome')}
        </LinkButton>
      </EmptyState>
    </PlainPage>
  )
}
