/**
 * `/w/:id/interviews/coding`: themes, findings, and whether enough were asked (method D9, C10). Researchers while the
 * envelope is sealed; once it is open everyone reads, and whoever may write on the board words the findings.
 */
import '@fontsource-variable/source-serif-4/wght-italic.css'
import { useTranslation } from 'react-i18next'
import { useSearchParams } from 'react-router'
import { Beyond } from '#client/features/coding/beyond.tsx'
import { CodeView } from '#client/features/coding/code-view.tsx'
import { Enough } from '#client/features/coding/enough.tsx'
import { Report } from '#client/features/coding/report.tsx'
import { CodingProvider, useCoding, useMakeCoding } from '#client/features/coding/use-coding.ts'
import { useFacilitatorName } from '#client/session/facilitator-name.ts'
import { useIsLoading, useSession, useSingle } from '#client/session/hooks.ts'
import { BackLink } from '#client/ui/back-link.tsx'
import { LateSkeleton } from '#client/ui/late-skeleton.tsx'
import { SealedEnvelope } from '#client/ui/sealed-envelope.tsx'
import segments from '#client/ui/segments.module.css'
import { EmptyState, UnansweredDrawing } from '#client/ui/states.tsx'
import typography from '#client/ui/type.module.css'
import { envelope } from '#shared/record/schema.ts'
import styles from './coding.module.css'

const views = ['code', 'report', 'enough'] as const

export function CodingPage() {
  const { t } = useTranslation('coding')
  const { workshopId, view } = useSession()
  const isLoading = useIsLoading()
  const facilitator = useFacilitatorName()
  const { openedAt, interviewCount } = useSingle(envelope)
  const coding = useMakeCoding()
  const isResearcher = view.seat.role === 'researcher'
  const isArriving = openedAt !== null && interviewCount > 0 && coding.asked.length === 0 && !isResearcher
  if (isLoading || isArriving) return <LateSkeleton label={t('loading')} />
  return (
    <CodingProvider value={coding}>
      <div className={styles.page}>
        <BackLink to={`/w/${workshopId}/interviews`}>{t('back')}</BackLink>
        {openedAt === null && !isResearcher ? (
          <EmptyState
            level="h1"
            drawing={<SealedEnvelope sealed ink width="5.25rem" />}
            fact={t('sealedFact')}
            advice={t('sealedAdvice', { name: facilitator })}
          />
        ) : (
          <Views />
        )}
      </div>
    </CodingProvider>
  )
}

function Views() {
  const { t } = useTranslation('coding')
  const { isOpen, mayTag, pieces, themes, findings } = useCoding()
  const [params, setParams] = useSearchParams()
  const wanted = params.get('view')
  const at = views.find((one) => one === wanted) ?? (mayTag ? 'code' : 'report')
  const isEmpty = pieces.length === 0 && themes.length === 0 && findings.length === 0
  return (
    <>
      <header className={styles.head}>
        <div>
          <h1 className={typography.screen}>{t('title')}</h1>
          <p className={typography.lead}>{t('lead')}</p>
          <p className={typography.meta}>{t(isOpen ? 'openNote' : 'sealedNote')}</p>
        </div>
        <nav className={segments.segments} aria-label={t('views.label')}>
          {views.map((one) => (
            <button
              key={one}
              type="button"
              className={segments.segment}
              aria-current={one === at}
              onClick={() => setParams({ view: one }, { replace: true })}
            >
              {t(`views.${one}`)}
            </button>
          ))}
        </nav>
      </header>
      {at === 'code' &&
        (isEmpty ? (
          <EmptyState drawing={<UnansweredDrawing />} fact={t('nothingFact')} advice={t('nothingAdvice')} />
        ) : (
          <CodeView />
        ))}
      {at === 'report' && <Report />}
      {at === 'enough' && (
        <div className={styles.reading}>
          <Enough />
          <Beyond />
        </div>
      )}
    </>
  )
}
