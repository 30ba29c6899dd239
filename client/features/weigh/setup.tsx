/** Before the first round: the list of needs, and for the facilitator how to open it. */
import { Trans, useTranslation } from 'react-i18next'
import { NeedEditor } from '#client/features/weigh/need-editor.tsx'
import { OpenWeights } from '#client/features/weigh/open-weights.tsx'
import { SetupPage } from '#client/round/setup-page.tsx'

export function Setup() {
  const { t } = useTranslation('weigh')
  return (
    <SetupPage
      title={t('setup.title')}
      lead={<Trans t={t} i18nKey="setup.lead" />}
      steps={{ before: t('steps.agree'), ballot: t('steps.weigh') }}
      open={<OpenWeights title={t('open.title')} lead={t('open.lead')} />}
      soon={t('setup.soon')}
      readOnly={t('setup.readOnly')}
    >
      <NeedEditor />
    </SetupPage>
  )
}
