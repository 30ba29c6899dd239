/** `/w/:id/reality/then`: the figures of the workshop this one repeats beside its own (R102, method P8). */
import { useMemo } from 'react'
import { Trans, useTranslation } from 'react-i18next'
import { ActionsPart, ConfidencePart, CoveragePart } from '#client/features/former/other-parts.tsx'
import { MarksPart, NeedsPart } from '#client/features/former/pair-parts.tsx'
import { plainDay } from '#client/lib/plain-day.ts'
import { useIsLoading, useReport, useRounds, useSession } from '#client/session/hooks.ts'
import { type Former, useFormer } from '#client/session/use-former.ts'
import { BackLink } from '#client/ui/back-link.tsx'
import { LateSkeleton } from '#client/ui/late-skeleton.tsx'
import { EmptyState, RoadDrawing } from '#client/ui/states.tsx'
import typography from '#client/ui/type.module.css'
import { Hl } from '#client/ui/words.tsx'
import { formerFiguresOf } from '#shared/report/former-figures.ts'
import { type NeedThenNow, type ThenAndNow, thenAndNow } from '#shared/report/then-and-now.ts'
import styles from './former.module.css'

export function ThenPage() {
  const { t } = useTranslation('former')
  const common = useTranslation('common').t
  const isLoading = useIsLoading()
  const former = useFormer()
  if (isLoading) return <LateSkeleton label={common('loading')} />
  if (former === null)
    return <EmptyState level="h1" drawing={<RoadDrawing />} fact={t('none.fact')} advice={t('none.advice')} />
  return <Beside former={former} />
}

const recognised = { people: 'functions', masked: '0', private: '0' } as const

function Beside({ former }: { readonly former: Former }) {
  const { t, i18n } = useTranslation('former')
  const common = useTranslation('common').t
  const { workshopId } = useSession()
  const shown = useReport(recognised)
  const hasGuessed = useRounds('weights').some(({ status }) => status === 'revealed')
  const now = useMemo(() => shown && formerFiguresOf(shown.report), [shown])
  const { figures, title, heldOn } = former
  const moved = useMemo(() => now && thenAndNow(figures, now), [figures, now])
  if (shown === null || now === null || moved === null) return <LateSkeleton label={common('loading')} />
  const isOpen = now.needs.some(({ customers }) => customers !== null)
  const day = heldOn === '' ? t('before') : plainDay(heldOn, i18n.language)
  const heading = headingOf(moved)
  const customers = (count: number) => t('sample.customers', { count })
  const sample = [
    t('sample.before', { customers: customers(figures.customersAsked) }),
    t('sample.now', { customers: customers(now.customersAsked) }),
    t('sample.chance'),
  ].join(' ')
  return (
    <article className={styles.page}>
      <BackLink to={`/w/${workshopId}/reality`}>{t('back')}</BackLink>
      <h1 className={typography.screen}>
        <Trans
          t={t}
          i18nKey={`heading.${isOpen ? heading.kind : 'open'}`}
          values={{ day, need: heading.need }}
          components={{ hl: <Hl /> }}
        />
      </h1>
      <p className={typography.lead}>
        {heldOn === '' ? t('leadBare', { title }) : t('lead', { title, day })}
      </p>
      {!hasGuessed && (
        <p className={styles.notGuessed} role="note">
          {t('notGuessed')}
        </p>
      )}
      <NeedsPart rows={moved.needs} sample={sample} isOpen={shown.report.isOpen} />
      <MarksPart rows={moved.options} isOpen={shown.report.isOpen} />
      <ConfidencePart before={figures} now={now} />
      <CoveragePart before={figures} now={now} />
      <ActionsPart of={moved} />
    </article>
  )
}

/** The need whose points of customers moved most, of those that may be said to have moved. */
function headingOf({ needs }: ThenAndNow): { readonly kind: 'up' | 'down' | 'still'; readonly need: string } {
  const size = ({ customers: { before, now } }: NeedThenNow) =>
    Math.abs((now?.mean ?? 0) - (before?.mean ?? 0))
  const [most] = needs
    .filter(({ customers: { move } }) => move === 'up' || move === 'down')
    .sort((a, b) => size(b) - size(a))
  const kind = most?.customers.move === 'up' ? 'up' : most ? 'down' : 'still'
  return { kind, need: most?.title ?? '' }
}
