/** The line between a browser and the server, to be cut and mended; and what is said of saving meanwhile. */
import type { BrowserContext, Page, WebSocketRoute } from '@playwright/test'

export interface Line {
  cut(): Promise<void>
  mend(): Promise<void>
}

/** Requests and sockets fail while it is cut. To be taken before the first page opens. */
export async function lineOf(context: BrowserContext): Promise<Line> {
  const sockets = new Set<WebSocketRoute>()
  let isCut = false
  await context.routeWebSocket(/\/sync\//, (socket) => {
    if (isCut) return void socket.close({ code: 1001 })
    const server = socket.connectToServer()
    sockets.add(socket)
    server.onClose((code, reason) => {
      sockets.delete(socket)
      void socket.close({ ...(code && { code }), ...(reason && { reason }) })
    })
  })
  return {
    cut: async () => {
      isCut = true
      await context.setOffline(true)
      for (const socket of sockets) await socket.close({ code: 1001 })
      sockets.clear()
    },
    mend: async () => {
      isCut = false
      await context.setOffline(false)
    },
  }
}

/** Every text the status line shows from here on. */
export async function recordStatus(page: Page): Promise<() => Promise<string[]>> {
  await page.evaluate(() => {
    const seen: string[] = []
    Object.assign(window, { seenStatus: seen })
    const read = () => {
      for (const one of document.querySelectorAll('[role=status]')) seen.push(one.textContent ?? '')
    }
    new MutationObserver(read).observe(document.body, { subtree: true, childList: true, characterData: true })
  })
  return () => page.evaluate(() => (window as unknown as { seenStatus: string[] }).seenStatus)
}
