/** What the browser's tab says while a page is open. */
import { useEffect } from 'react'

export function usePageTitle(title: string): void {
  useEffect(() => {
    document.title = title
  }, [title])
}
