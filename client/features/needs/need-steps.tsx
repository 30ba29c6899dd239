/** Where this activity is: write in silence, group and name, shortlist. */
import { useTranslation } from 'react-i18next'
import { Steps } from '#client/ui/steps.tsx'

const steps = ['write', 'group', 'shortlist'] as const
export type NeedStep = (typeof steps)[number]

export function NeedSteps({ at }: { readonly at: NeedStep }) {
  const { t } = useTranslation('needs')
  return (
    <Steps label={t('steps.label')} steps={steps.map((step) => t(`steps.${step}`))} at={steps.indexOf(at)} />
  )
}
