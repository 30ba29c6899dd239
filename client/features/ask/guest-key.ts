/** Key of a guest, drawn once on their device: what they hand in counts once, however often it is sent. */
export const newGuest = (): string =>
  crypto.randomUUID?.() ?? Array.from(crypto.getRandomValues(new Uint8Array(16)), hex).join('')

const hex = (byte: number) => byte.toString(16).padStart(2, '0')
