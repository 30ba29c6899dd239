/** A WebSocket for Node that sends a seat's cookie, as a browser would. */
import { WebSocket as NodeSocket } from 'ws'

export function socketWithCookie(cookie: string): typeof WebSocket {
  const CookieSocket = class extends NodeSocket {
    constructor(address: string | URL, protocols?: string | string[]) {
      super(address, protocols, { headers: { cookie } })
    }
  }
  // What the provider uses of a browser's socket, ws has under the same names.
  return CookieSocket as unknown as typeof WebSocket
}
