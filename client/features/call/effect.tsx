/** What this call changes, for researchers alone while the envelope is sealed: means without and with it, new themes. */
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { useDerived, useRow, useSingle } from '#client/session/hooks.ts'
import type from '#client/ui/type.module.css'
import { pointsCount } from '#shared/interviews/number-edits.ts'
import { answers, interviews, quotes, themes } from '#shared/interviews/schema.ts'
import { themesHeard } from '#shared/interviews/themes-heard.ts'
import { envelope } from '#shared/record/schema.ts'
import { callEffect, newThemes } from '#shared/statistics/call-effect.ts'
import styles from './numbers.module.css'
import type { ShownNeed } from './shown-needs.ts'

export function Effect({ interviewId, needs }: { interviewId: string; needs: readonly ShownNeed[] }) {
  const { t, i18n } = useTranslation('call')
  const isOpen = useSingle(envelope).openedAt !== null
  const own = useRow(interviews, interviewId)
  const others = useDerived(interviews, (all) =>
    all
      .filter((one) => one.id !== interviewId && one.mergedInto === null)
      .map(({ id, weights }) => ({ id, points: pointsCount(weights) ? weights.points : null })),
  )
  const heard = useThemesHeard()
  if (!own) return null
  const points = others.flatMap((one) => (one.points ? [one.points] : []))
  const counts = pointsCount(own.weights)
  const moved = callEffect(
    needs.map(({ id }) => id),
    points,
    counts ? own.weights.points : null,
  )
  const fresh = newThemes(
    heard.get(interviewId) ?? [],
    others.map(({ id }) => heard.get(id) ?? []),
  )
  const number = new Intl.NumberFormat(i18n.language, { maximumFractionDigits: 1 })
  const shown = (value: number | null) => (value === null ? t('effect.nobody') : number.format(value))
  const title = new Map(needs.map((need) => [need.id, need.title]))
  return (
    <section className={styles.section} aria-label={t('effect.title')}>
      <h2 className={type.section}>{t('effect.title')}</h2>
      <p className={styles.quiet}>{t(isOpen ? 'effect.onlyYouOpen' : 'effect.onlyYou')}</p>
      {counts ? (
        <>
          <p className={styles.effectHead}>
            {points.length === 0
              ? t('effect.first', { after: 1 })
              : t('effect.head', { before: points.length, after: points.length + 1 })}
          </p>
          <ul className={styles.effect}>
            {moved.map(({ id, before, after }) => (
              <li key={id}>
                <span className={styles.effectNeed}>{title.get(id)}</span>
                <span aria-hidden="true" className={styles.effectFigures}>
                  {shown(before)} → <b className={styles.truth}>{shown(after)}</b>
                </span>
                <span className={type.hidden}>
                  {t('effect.need', {
                    need: title.get(id) ?? '',
                    before: shown(before),
                    after: shown(after),
                  })}
                </span>
              </li>
            ))}
          </ul>
        </>
      ) : (
        <p className={styles.quiet}>{t('effect.notYet')}</p>
      )}
      <p className={styles.quiet}>
        {fresh.length === 0 ? t('effect.noThemes') : t('effect.themes', { count: fresh.length })}
      </p>
    </section>
  )
}

/** Themes of each interview, whether tagged on the call, an answer or a quote. */
function useThemesHeard(): ReadonlyMap<string, readonly string[]> {
  const calls = useDerived(interviews, (all) =>
    all.map(({ id, mergedInto, themeIds }) => ({ id, mergedInto, themeIds })),
  )
  const notes = useDerived(answers, (all) =>
    all.map(({ interviewId, themeIds }) => ({ interviewId, themeIds })),
  )
  const words = useDerived(quotes, (all) =>
    all.map(({ id, interviewId, themeIds }) => ({ id, interviewId, themeIds })),
  )
  const labels = useDerived(themes, (all) => all.map(({ id, mergedInto }) => ({ id, mergedInto })))
  return useMemo(
    () => themesHeard({ interviews: calls, answers: notes, quotes: words, themes: labels }),
    [calls, notes, words, labels],
  )
}
