/** Home, with the card that takes a code. */
import { useNavigate } from 'react-router'
import { HomePage } from '#client/features/home/home-page.tsx'
import { CodeEntry } from '#client/features/join/code-entry.tsx'

export default function HomeRoute() {
  const navigate = useNavigate()
  return (
    <HomePage
      onDemoWanted={() => void fetchDemo().catch(() => {})}
      joinCard={
        <CodeEntry
          onFound={(code, { seated, workshopId }) =>
            void navigate(seated ? `/w/${workshopId}` : `/join/${code}`)
          }
        />
      }
    />
  )
}

/** What the demo opens with comes while the server makes it; what fails here is asked for again when it is shown. */
async function fetchDemo(): Promise<void> {
  const [{ fetchScreen }] = await Promise.all([import('./stop-screen.tsx'), import('./workshop.tsx')])
  await fetchScreen('roadmap')
}
