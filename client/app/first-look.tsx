/**
 * `/w/:id/first-look`: what round 1 brought, weights and marks, to be talked about (method B1, B2). Made of the screens of
 * both features, which know nothing of each other.
 */
import { type ReactNode, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useIsLoading, useRounds } from '#client/session/hooks.ts'
import { LateSkeleton } from '#client/ui/late-skeleton.tsx'
import segments from '#client/ui/segments.module.css'
import { EmptyState, UnansweredDrawing } from '#client/ui/states.tsx'
import styles from './first-look.module.css'

const views = ['weights', 'marks'] as const

export function FirstLook(screens: { readonly weights: ReactNode; readonly marks: ReactNode }) {
  const { t } = useTranslation('shell')
  const isLoading = useIsLoading()
  const isRevealed = {
    weights: useRounds('weights').some(({ status }) => status === 'revealed'),
    marks: useRounds('marks').some(({ status }) => status === 'revealed'),
  }
  const [chosen, setChosen] = useState<(typeof views)[number] | null>(null)
  const there = views.filter((view) => isRevealed[view])
  const shown = chosen && isRevealed[chosen] ? chosen : there[0]
  if (isLoading) return <LateSkeleton label={t('firstLook.loading')} />
  if (!shown) {
    return (
      <EmptyState
        drawing={<UnansweredDrawing />}
        fact={t('firstLook.fact')}
        advice={t('firstLook.advice')}
        level="h1"
      />
    )
  }
  return (
    <div className={styles.look}>
      {there.length > 1 && (
        <fieldset className={`${segments.segments} ${styles.views}`} aria-label={t('firstLook.views')}>
          {there.map((view) => (
            <button
              key={view}
              type="button"
              className={segments.segment}
              aria-pressed={view === shown}
              onClick={() => setChosen(view)}
            >
              {t(`firstLook.${view}`)}
            </button>
          ))}
        </fieldset>
      )}
      {screens[shown]}
    </div>
  )
}
