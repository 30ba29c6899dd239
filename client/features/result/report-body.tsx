/** The page of one report, from where we stand to how it was asked. Sections that have nothing to say are not there. */
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { usePageTitle } from '#client/lib/page-title.ts'
import { Chip } from '#client/ui/chip.tsx'
import { InlineGuess, InlineTruth, InlineUnknown } from '#client/ui/inline-marks.tsx'
import { Logo } from '#client/ui/logo.tsx'
import { EmptyState, RoadDrawing } from '#client/ui/states.tsx'
import { ThemeButton } from '#client/ui/theme-button.tsx'
import type { ResultView } from '#shared/report/result-view.ts'
import { AskedPart } from './asked-part.tsx'
import { DecisionsPart } from './decisions-part.tsx'
import { Downloads } from './downloads.tsx'
import { FindingsPart } from './findings-part.tsx'
import { GridPart } from './grid-part.tsx'
import { KeysPart } from './keys-part.tsx'
import { NeedsPart } from './needs-part.tsx'
import { NowPart } from './now-part.tsx'
import { PlaceLink, Section } from './place.tsx'
import { PlanPart } from './plan-part.tsx'
import { PromisePart } from './promise-part.tsx'
import styles from './result.module.css'
import { RoadmapPart } from './roadmap-part.tsx'
import { SealedPart } from './sealed-part.tsx'
import { useOpenedOnPaper } from './use-opened-on-paper.ts'

const sections = [
  'now',
  'needs',
  'competition',
  'findings',
  'promise',
  'roadmap',
  'plan',
  'decisions',
  'asked',
] as const
type SectionName = (typeof sections)[number]

export function ReportBody({ view, token }: { readonly view: ResultView; readonly token: string }) {
  const { t } = useTranslation('result')
  usePageTitle(t('pageTitle', { title: view.title }))
  useOpenedOnPaper()
  const parts = partsOf(view)
  const there = sections.filter((name) => parts[name] !== null)
  const isEmpty = there.every((name) => name === 'asked' || name === 'now')
  return (
    <div className={styles.page}>
      <Head view={view} />
      <nav className={styles.contents} aria-label={t('contents')}>
        <ul className={styles.places}>
          {there.map((name) => (
            <li key={name}>
              <PlaceLink to={name}>{t(`sections.${name}`)}</PlaceLink>
            </li>
          ))}
        </ul>
        <Downloads token={token} />
      </nav>
      <main className={styles.main}>
        <SealedPart view={view} />
        {isEmpty && (
          <div className={styles.empty}>
            <EmptyState drawing={<RoadDrawing />} fact={t('empty.fact')} advice={t('empty.advice')} />
          </div>
        )}
        {there.map((name) => (
          <Section key={name} name={name} title={t(`sections.${name}`)}>
            {parts[name]}
          </Section>
        ))}
      </main>
    </div>
  )
}

const partsOf = (view: ResultView): Record<SectionName, ReactNode> => ({
  now:
    view.closing.known.length + view.closing.unknown.length + view.closing.looks.length > 0 ? (
      <NowPart view={view} />
    ) : null,
  needs: view.needs.length > 0 ? <NeedsPart view={view} /> : null,
  competition: view.grid ? <GridPart view={view} grid={view.grid} /> : null,
  findings: view.findings.length > 0 ? <FindingsPart view={view} /> : null,
  promise: view.promise ? <PromisePart view={view} promise={view.promise} /> : null,
  roadmap: view.stages.length > 0 ? <RoadmapPart view={view} /> : null,
  plan: view.actions.length > 0 ? <PlanPart view={view} /> : null,
  decisions: view.decisions.length > 0 ? <DecisionsPart view={view} /> : null,
  asked: <AskedPart view={view} />,
})

function Head({ view }: { readonly view: ResultView }) {
  const { t, i18n } = useTranslation('result')
  const { title, company, product, segment, goal, decisionToMake, meta, closing } = view
  const time = new Intl.DateTimeFormat(i18n.language, { dateStyle: 'long', timeStyle: 'short' })
  const about = [company, product, segment].filter((part) => part.trim() !== '')
  return (
    <header className={styles.head}>
      <div className={styles.bar}>
        <Logo />
        <ThemeButton />
      </div>
      <h1 className={styles.title}>{title}</h1>
      {about.length > 0 && <p className={styles.about}>{about.join(' · ')}</p>}
      <p className={styles.facts}>
        <Chip kind="line">{t(closing.closedOn === null ? 'state.draft' : 'state.final')}</Chip>
        <span>{t('asOf', { time: time.format(Date.parse(meta.exportedAt)) })}</span>
        <span>{view.responseRate}</span>
      </p>
      {(goal !== '' || decisionToMake !== '') && (
        <dl className={styles.purpose}>
          {goal !== '' && (
            <div>
              <dt>{t('goal')}</dt>
              <dd>{goal}</dd>
            </div>
          )}
          {decisionToMake !== '' && (
            <div>
              <dt>{t('toDecide')}</dt>
              <dd>{decisionToMake}</dd>
            </div>
          )}
        </dl>
      )}
      <KeysPart view={view} />
      <p className={styles.legend}>
        <span>
          <InlineGuess /> {t('legend.guess')}
        </span>
        <span>
          <InlineTruth /> {t('legend.customers')}
        </span>
        <span>
          <InlineUnknown /> {t('legend.unknown')}
        </span>
      </p>
    </header>
  )
}
