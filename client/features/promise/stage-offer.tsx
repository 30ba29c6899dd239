/** The stages that buyers of a category usually go through, offered once it is adopted; filled ones stay (R067). */
import { useTranslation } from 'react-i18next'
import type { BuyingCategory } from '#client/features/promise/category-helper.ts'
import { useDerived, useSession } from '#client/session/hooks.ts'
import { Button } from '#client/ui/button.tsx'
import { showToast } from '#client/ui/toast-store.ts'
import typography from '#client/ui/type.module.css'
import { liveStages } from '#shared/board/roadmap-edits.ts'
import { stages } from '#shared/board/schema.ts'
import { roadmapTemplates } from '#shared/board/stage-templates.ts'
import { applyTemplate } from '#shared/board/template-edits.ts'
import styles from './promise.module.css'

export function StageOffer({ category }: { readonly category: BuyingCategory }) {
  const { t } = useTranslation('promise')
  const session = useSession()
  const there = useDerived(stages, (all) => liveStages(all).map(({ name }) => name.trim().toLowerCase()))
  const template = roadmapTemplates.find((one) => one.category === category)
  if (!template || !session.mayEditBoard) return null
  const missing = template.stages.filter(({ name }) => !there.includes(name.trim().toLowerCase()))
  const name = t(`category.names.${category}`)
  if (missing.length === 0) return <p className={typography.meta}>{t('category.templateDone', { name })}</p>
  const add = () => {
    session.edit(applyTemplate, { ...template, stages: missing })
    showToast({ kind: 'good', text: t('category.templateAdded', { count: missing.length }) })
  }
  return (
    <div className={styles.offer}>
      <Button onClick={add}>
        {t(there.length === 0 ? 'category.template' : 'category.templateMissing', {
          count: missing.length,
          name,
        })}
      </Button>
      <p className={typography.meta}>{t('category.templateLead')}</p>
    </div>
  )
}
