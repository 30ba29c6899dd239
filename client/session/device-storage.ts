/** Small things kept on this device. Where the browser refuses (private mode, full), they last as long as the page. */

export interface DeviceStorage {
  get(key: string): unknown
  /** Null removes. */
  set(key: string, value: unknown): void
  /** Keys that begin with `prefix`. */
  keys(prefix: string): string[]
}

export function deviceStorage(storage: Storage | null = browserStorage()): DeviceStorage {
  const fallback = new Map<string, string>()
  return {
    get: (key) => parsed(fallback.get(key) ?? storage?.getItem(key) ?? null),
    set(key, value) {
      fallback.delete(key)
      if (value === null) return storage?.removeItem(key)
      const json = JSON.stringify(value)
      if (!wasStored(storage, key, json)) fallback.set(key, json)
    },
    keys: (prefix) =>
      [...new Set([...storedKeys(storage), ...fallback.keys()])].filter((key) => key.startsWith(prefix)),
  }
}

function browserStorage(): Storage | null {
  try {
    return globalThis.localStorage ?? null
  } catch {
    return null
  }
}

function wasStored(storage: Storage | null, key: string, json: string): boolean {
  try {
    storage?.setItem(key, json)
    return storage !== null
  } catch {
    return false
  }
}

const storedKeys = (storage: Storage | null): string[] =>
  storage ? Array.from({ length: storage.length }, (_, i) => storage.key(i) ?? '') : []

function parsed(json: string | null): unknown {
  try {
    return json === null ? null : JSON.parse(json)
  } catch {
    return null
  }
}
