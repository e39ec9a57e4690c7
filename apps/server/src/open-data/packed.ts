import { promisify } from 'node:util'
import { brotliCompress, constants, gzip } from 'node:zlib'

export type Encoding = 'identity' | 'gzip' | 'br'

/** A body as it goes over the wire, packed once. */
export type Packed = { etag: string; contentType: string; bytes: Readonly<Record<Encoding, Buffer>> }

const squeeze = { gzip: promisify(gzip), br: promisify(brotliCompress) }
const QUALITY = { params: { [constants.BROTLI_PARAM_QUALITY]: 5 } }

export const pack = async (text: string, about: Pick<Packed, 'etag' | 'contentType'>): Promise<Packed> => {
  const identity = Buffer.from(text)
  const [zipped, br] = await Promise.all([squeeze.gzip(identity), squeeze.br(identity, QUALITY)])
  return { ...about, bytes: { identity, gzip: zipped, br } }
}

/** The smallest encoding that the client says it takes. */
export const encodingFor = (accepts: string | undefined): Encoding => {
  const taken = (accepts ?? '').split(',').map(part => part.trim().split(';'))
  const takes = (name: string) =>
    taken.some(([encoding, q]) => encoding === name && !/^\s*q=0(\.0*)?$/.test(q ?? ''))
  if (takes('br')) return 'br'
  return takes('gzip') ? 'gzip' : 'identity'
}

/** The last so many bodies by key; the one used longest ago goes first. */
export class PackedCache {
  readonly #kept = new Map<string, Promise<Packed>>()
  readonly #most: number

  constructor(most: number) {
    this.#most = most
  }

  /** Two that ask at the same time wait for one packing; one that fails is not kept. */
  get(key: string, make: () => Promise<Packed>): Promise<Packed> {
    const found = this.#kept.get(key)
    this.#kept.delete(key)
    const packed = found ?? make()
    this.#kept.set(key, packed)
    packed.catch(() => this.#kept.delete(key))
    const [oldest] = this.#kept.keys()
    if (this.#kept.size > this.#most && oldest !== undefined) this.#kept.delete(oldest)
    return packed
  }
}
