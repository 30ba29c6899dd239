/** Home, with the card that takes a code. */
import { useNavigate } from 'react-router'
import { HomePage } from '#client/features/home/home-page.tsx'
import { CodeEntry } from '#client/features/join/code-entry.tsx'

export default function HomeRoute() {
  const navigate = useNavigate()
  return (
    <HomePage
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
