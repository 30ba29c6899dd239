/** The pages of a workshop whose session is open: the shell around the screen of a stop, until the seat is closed. */
import { lazy, useEffect } from 'react'
import { useTranslation } from 'react-i18next'
import { Route, Routes } from 'react-router'
import { useClosed } from '#client/session/hooks.ts'
import { LateSkeleton } from '#client/ui/late-skeleton.tsx'
import { closeCodes } from '#shared/protocol/wire.ts'
import { AtInterview } from './at-interview.tsx'
import { AtStop } from './at-stop.tsx'
import { ClosedSeat } from './closed-seat.tsx'
import LostPage from './lost-page.tsx'
import { useNameNotice } from './name-notice.ts'
import { PrivacyDrawer } from './privacy-drawer.tsx'

const GuidePage = lazy(async () => ({
  default: (await import('#client/features/interviews/guide-page.tsx')).GuidePage,
}))

const CodingPage = lazy(async () => ({
  default: (await import('#client/features/coding/coding-page.tsx')).CodingPage,
}))

const ReadingPage = lazy(async () => ({
  default: (await import('#client/features/map/reading-page.tsx')).ReadingPage,
}))

const BinPage = lazy(async () => ({
  default: (await import('#client/features/bin/bin-page.tsx')).BinPage,
}))

const ThenPage = lazy(async () => ({
  default: (await import('#client/features/former/then-page.tsx')).ThenPage,
}))

const OutlinePage = lazy(async () => ({
  default: (await import('#client/features/outline/outline-page.tsx')).OutlinePage,
}))

const SheetsPage = lazy(async () => ({
  default: (await import('#client/features/sheets/sheets-page.tsx')).SheetsPage,
}))

/** Pages with an address of their own; the rail shows the stop they belong to. */
const pagesBesideStops = [
  { path: 'interviews/questions', stop: 'interviews', Page: GuidePage },
  { path: 'interviews/coding', stop: 'interviews', Page: CodingPage },
  { path: 'roadmap/reading', stop: 'roadmap', Page: ReadingPage },
  { path: 'roadmap/outline', stop: 'roadmap', Page: OutlinePage },
  { path: 'reality/then', stop: 'reality', Page: ThenPage },
  { path: 'roadmap/sheets/:stageId?', stop: 'roadmap', Page: SheetsPage },
  { path: 'bin', stop: 'roadmap', Page: BinPage },
] as const

export function OpenWorkshop({ workshopId, onAgain }: { workshopId: string; onAgain: () => void }) {
  const { t } = useTranslation('common')
  const closed = useClosed()
  useNameNotice()
  const isOutdated = closed === closeCodes.accessChanged
  // Other rights, or another history after a restore: the seat is still there, so nobody need press anything.
  useEffect(() => {
    if (isOutdated) onAgain()
  }, [isOutdated, onAgain])
  if (isOutdated) return <LateSkeleton label={t('loading')} />
  if (closed !== null) return <ClosedSeat code={codeOfClosing(closed)} onAgain={onAgain} />
  return (
    <>
      <PrivacyDrawer />
      <Routes>
        <Route index element={<AtStop workshopId={workshopId} />} />
        {pagesBesideStops.map(({ path, stop, Page }) => (
          <Route
            key={path}
            path={path}
            element={
              <AtStop workshopId={workshopId} stop={stop}>
                <Page />
              </AtStop>
            }
          />
        ))}
        <Route path="interviews/:interviewId" element={<AtInterview workshopId={workshopId} />} />
        <Route path=":stop" element={<AtStop workshopId={workshopId} />} />
        <Route path=":stop/*" element={<LostPage />} />
      </Routes>
    </>
  )
}

const codeOfClosing = (reason: number): string =>
  reason === closeCodes.noSuchWorkshop
    ? 'no-such-workshop'
    : reason === closeCodes.noSeat
      ? 'removed'
      : 'internal'
