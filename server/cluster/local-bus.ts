/** The bus of a server that is one process: there is nobody to tell and nobody to hear. */
import type { Bus } from '#server/cluster/bus.ts'

export const localBus: Bus = {
  grown: () => {},
  presence: () => {},
  closeSeat: () => {},
  renew: () => {},
  listen: () => () => {},
  close: async () => {},
}
