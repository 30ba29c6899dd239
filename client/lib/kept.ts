/** Small settings kept on this device. A browser that refuses storage keeps them until the page is left. */
const inMemory = new Map<string, string>()

export function kept(key: string): string | null {
  try {
    return inMemory.get(key) ?? localStorage.getItem(key)
  } catch {
    return inMemory.get(key) ?? null
  }
}

export function keep(key: string, value: string): void {
  inMemory.delete(key)
  try {
    localStorage.setItem(key, value)
  } catch {
    inMemory.set(key, value)
  }
}

export function unkeep(key: string): void {
  inMemory.delete(key)
  try {
    localStorage.removeItem(key)
  } catch {
    // Nothing was kept there.
  }
}
