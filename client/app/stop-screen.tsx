/** The screen of a stop. The only place that knows which feature shows what. */
import { lazy } from 'react'
import { FirstLook } from '#client/app/first-look.tsx'
import type { StopName } from '#client/lib/stops.ts'

const loaders = {
  scene: async () => ({ default: (await import('#client/features/scene/scene-page.tsx')).ScenePage }),
  needs: async () => ({ default: (await import('#client/features/needs/needs-page.tsx')).NeedsPage }),
  weigh: async () => ({ default: (await import('#client/features/weigh/weigh-page.tsx')).WeighPage }),
  mark: async () => ({ default: (await import('#client/features/mark/mark-page.tsx')).MarkPage }),
  unknown: async () => ({ default: (await import('#client/features/unknown/unknown-page.tsx')).UnknownPage }),
  interviews: async () => ({
    default: (await import('#client/features/interviews/interviews-page.tsx')).InterviewsPage,
  }),
  'second-look': async () => ({
    default: (await import('#client/features/weigh/second-look-page.tsx')).SecondLookPage,
  }),
  reality: async () => ({ default: (await import('#client/features/reality/reality-page.tsx')).RealityPage }),
  findings: async () => ({
    default: (await import('#client/features/findings/findings-page.tsx')).FindingsPage,
  }),
  promise: async () => ({ default: (await import('#client/features/promise/promise-page.tsx')).PromisePage }),
  decisions: async () => ({
    default: (await import('#client/features/decisions/decisions-page.tsx')).DecisionsPage,
  }),
  roadmap: async () => ({ default: (await import('#client/features/roadmap/roadmap-page.tsx')).RoadmapPage }),
  plan: async () => ({ default: (await import('#client/features/plan/plan-page.tsx')).PlanPage }),
  closing: async () => ({
    default: (await import('#client/features/closing/closing-page.tsx')).ClosingPage,
  }),
  export: async () => ({ default: (await import('#client/features/export/export-page.tsx')).ExportPage }),
} as const

const ScenePage = lazy(loaders.scene)
const NeedsPage = lazy(loaders.needs)
const WeighPage = lazy(loaders.weigh)
const MarkPage = lazy(loaders.mark)
const UnknownPage = lazy(loaders.unknown)
const InterviewsPage = lazy(loaders.interviews)
const GuestLinksTools = lazy(async () => ({
  default: (await import('#client/features/guest-links/guest-links-tools.tsx')).GuestLinksTools,
}))
const LinksTools = lazy(async () => ({
  default: (await import('#client/features/links/links-tools.tsx')).LinksTools,
}))
const IntakeTools = lazy(async () => ({
  default: (await import('#client/features/intake/intake-tools.tsx')).IntakeTools,
}))
const SecondLookPage = lazy(loaders['second-look'])
const RealityPage = lazy(loaders.reality)
const FindingsPage = lazy(loaders.findings)
const PromisePage = lazy(loaders.promise)
const DecisionsPage = lazy(loaders.decisions)
const RoadmapPage = lazy(loaders.roadmap)
const PlanPage = lazy(loaders.plan)
const ClosingPage = lazy(loaders.closing)
const ExportPage = lazy(loaders.export)

/** Fetches a screen that will be wanted, while the server is asked for something else; if it fails, showing it says so. */
export async function fetchScreen(stop: StopName): Promise<void> {
  await loaders[stop === 'first-look' ? 'weigh' : stop]().catch(() => {})
}

interface StopScreenProps {
  readonly stop: StopName
  readonly onFillScreen: () => void
  readonly onDecisions: () => void
  readonly onGoTo: (stop: StopName) => void
}

export function StopScreen({ stop, onFillScreen, onDecisions, onGoTo }: StopScreenProps) {
  switch (stop) {
    case 'scene':
      return <ScenePage onFillScreen={onFillScreen} onStarted={() => onGoTo('needs')} />
    case 'needs':
      return <NeedsPage onAgreed={() => onGoTo('weigh')} />
    case 'weigh':
      return <WeighPage />
    case 'mark':
      return <MarkPage />
    case 'unknown':
      return <UnknownPage />
    case 'interviews':
      return <InterviewsPage tools={<InterviewTools />} />
    case 'first-look':
      return <FirstLook weights={<WeighPage look="first" />} marks={<MarkPage looksBack />} />
    case 'second-look':
      return <SecondLookPage />
    case 'reality':
      return <RealityPage />
    case 'findings':
      return <FindingsPage />
    case 'promise':
      return (
        <PromisePage
          onDecisions={onDecisions}
          onRoadmap={() => onGoTo('roadmap')}
          tools={<GuestLinksTools purpose="shows" />}
        />
      )
    case 'decisions':
      return <DecisionsPage />
    case 'roadmap':
      return <RoadmapPage />
    case 'plan':
      return <PlanPage />
    case 'closing':
      return <ClosingPage tools={<LinksTools />} />
    case 'export':
      return <ExportPage tools={<LinksTools />} />
  }
}

const InterviewTools = () => (
  <>
    <GuestLinksTools />
    <IntakeTools />
  </>
)
