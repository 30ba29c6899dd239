/** Files in a zip, as our own CSV export is one. */
import { strToU8, zipSync } from 'fflate'

export const csvZip = (files: Readonly<Record<string, string>>): Uint8Array =>
  zipSync(Object.fromEntries(Object.entries(files).map(([name, text]) => [name, strToU8(text)])))
