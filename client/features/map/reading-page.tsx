/** `/w/:id/roadmap/reading`: what the map says as a whole (method C9, P4). Every figure opens to its cards and quotes. */
import { useTranslation } from 'react-i18next'
import { ProofPart, ToolsPart } from '#client/features/map/answers-parts.tsx'
import { BalancePart } from '#client/features/map/balance-part.tsx'
import { CoveragePart } from '#client/features/map/coverage-part.tsx'
import { DeadEndsPart } from '#client/features/map/dead-ends-part.tsx'
import { ForesightPart } from '#client/features/map/foresight-part.tsx'
import { LeaksPart } from '#client/features/map/leaks-part.tsx'
import { type RoadMap, useMap } from '#client/features/map/use-map.ts'
import { viewAddress } from '#client/lib/roadmap-views.ts'
import { useIsLoading, useSession, useSingle } from '#client/session/hooks.ts'
import { LinkButton } from '#client/ui/button.tsx'
import { InlineUnknown } from '#client/ui/inline-marks.tsx'
import { LateSkeleton } from '#client/ui/late-skeleton.tsx'
import pageHead from '#client/ui/page-head.module.css'
import { RoadmapViews } from '#client/ui/roadmap-views.tsx'
import { EmptyState, RoadDrawing } from '#client/ui/states.tsx'
import typography from '#client/ui/type.module.css'
import { Hl } from '#client/ui/words.tsx'
import { envelope } from '#shared/record/schema.ts'
import styles from './map.module.css'

export function ReadingPage() {
  const { t } = useTranslation('common')
  return useIsLoading() ? <LateSkeleton label={t('loading')} /> : <Reading />
}

function Reading() {
  const { t } = useTranslation('map')
  const { workshopId } = useSession()
  const map = useMap()
  if (map.stages.length === 0)
    return (
      <EmptyState level="h1" drawing={<RoadDrawing />} fact={t('empty.fact')} advice={t('empty.advice')}>
        <LinkButton kind="primary" to={viewAddress(workshopId, 'board')}>
          {t('empty.board')}
        </LinkButton>
      </EmptyState>
    )
  const { voices } = map.figures.total
  const sample =
    voices === 0
      ? t('sample.sealed')
      : t('sample.customers', { customers: t('customers', { count: customersIn(map) }) })
  const kind = headingOf(map)
  return (
    <article className={styles.page}>
      <header className={`${pageHead.head} ${styles.head}`}>
        <div>
          <h1 className={typography.screen}>
            {t(`heading.${kind}.heading`)} <Hl>{t(`heading.${kind}.stroke`)}</Hl>
          </h1>
          <p className={typography.lead}>
            {t('lead', {
              questions: t('questions', { count: map.questions.length }),
              stages: t('stages', { count: map.stages.length }),
            })}{' '}
            {voices > 0 && t('leadVoices')}
          </p>
        </div>
        <RoadmapViews workshopId={workshopId} at="reading" />
      </header>
      <Unknown map={map} />
      <CoveragePart map={map} sample={sample} />
      <BalancePart map={map} sample={sample} />
      <ForesightPart map={map} sample={sample} />
      <DeadEndsPart map={map} />
      <ProofPart map={map} />
      <ToolsPart map={map} />
      <LeaksPart map={map} />
    </article>
  )
}

/** What is not known here, and why; nothing where customers were heard. */
function Unknown({ map: { heard } }: { readonly map: RoadMap }) {
  const { t } = useTranslation('map')
  const { interviewCount } = useSingle(envelope)
  const words =
    interviewCount === 0
      ? 'noCustomers'
      : !heard.isOpen
        ? 'sealed'
        : heard.all.length === 0
          ? 'notHere'
          : null
  if (words === null) return null
  return (
    <p className={styles.unknown}>
      <InlineUnknown size="1.25rem" /> {t(words)}
    </p>
  )
}

/** Customers who asked one of the questions. */
const customersIn = ({ cards, questions }: RoadMap): number =>
  new Set(questions.flatMap(({ id }) => cards.get(id)?.raisedBy ?? [])).size

function headingOf({ figures: { balance }, questions }: RoadMap) {
  if (questions.length === 0) return 'no-questions'
  if (balance.voices === 0) return 'nobody-asked'
  return balance.leans ?? 'no-answers'
}
