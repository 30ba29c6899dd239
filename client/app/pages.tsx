/** Which page an address shows. Joining and home know nothing of documents; a workshop is loaded as a whole. */
import { lazy, Suspense } from 'react'
import { useTranslation } from 'react-i18next'
import { Route, Routes, useLocation, useParams } from 'react-router'
import { LateSkeleton } from '#client/ui/late-skeleton.tsx'
import { linkToken } from './link-token.ts'

const AskRoute = lazy(() => import('./ask-route.tsx'))
const DraftRoute = lazy(() => import('./draft-route.tsx'))
const HomeRoute = lazy(() => import('./home-route.tsx'))
const JoinRoute = lazy(() => import('./join-route.tsx'))
const ResultRoute = lazy(() => import('./result-route.tsx'))
const Workshop = lazy(() => import('./workshop.tsx'))
const LostPage = lazy(() => import('./lost-page.tsx'))

export function Pages() {
  const { t } = useTranslation('common')
  return (
    <Suspense fallback={<LateSkeleton label={t('loading')} />}>
      <Routes>
        <Route index element={<HomeRoute />} />
        <Route path="ask" element={<AskRoute />} />
        <Route path="draft" element={<DraftRoute />} />
        <Route path="join" element={<JoinRoute />} />
        <Route path="join/:code" element={<ByCode />} />
        <Route path="j/:code" element={<ByCode />} />
        <Route path="r" element={<ResultRoute />} />
        <Route path="w/:workshopId/*" element={<ByLink />} />
        <Route path="*" element={<LostPage />} />
      </Routes>
    </Suspense>
  )
}

function ByCode() {
  const { code = '' } = useParams()
  return <JoinRoute key={code} code={code} />
}

/** A link with a token leads to a seat first; the token stays in the fragment, which no server sees. */
function ByLink() {
  const { workshopId = '' } = useParams()
  const token = linkToken(useLocation().hash)
  if (token !== null) return <JoinRoute key={token} token={token} />
  return <Workshop key={workshopId} workshopId={workshopId} />
}
